package io.apicredentials.keycloak.failure;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.KeycloakSessionUtil;

/** Keeps what a change will answer, before Keycloak's own filter commits it. */
@Provider
public final class PreparedAnswerFilter implements ContainerResponseFilter {

    private static final Set<String> CHANGES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    /** What is new, or asked for, is known by its answer alone. */
    private static final Set<Integer> NEWS =
            Set.of(Response.Status.CREATED.getStatusCode(), Response.Status.ACCEPTED.getStatusCode());

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
        String path = request.getUriInfo().getPath();
        boolean isChange = CHANGES.contains(request.getMethod())
                && Endpoints.administer(path)
                && response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
        // What is answered in parts is committed before.
        if (!isChange || session == null || !session.getTransactionManager().isActive()) {
            return;
        }
        MultivaluedHashMap<String, Object> headers = new MultivaluedHashMap<>();
        headers.putAll(response.getHeaders());
        boolean isNews = NEWS.contains(response.getStatus()) || Endpoints.handOver(path);
        new PreparedAnswer(response.getStatus(), isNews, headers, response.getEntity()).keepIn(session);
    }
}
