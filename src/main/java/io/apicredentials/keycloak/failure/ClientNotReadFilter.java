package io.apicredentials.keycloak.failure;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.util.BasicAuthHelper;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Takes back that a client is to blame when it could not be read: Keycloak catches every exception of its authentication
 * and answers 400, which says nothing of the reason. So the database is asked, unless the request shows another one.
 */
@Provider
public final class ClientNotReadFilter implements ContainerResponseFilter {

    private static final String UNEXPECTED = "Unexpected error when authenticating client";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.BAD_REQUEST.getStatusCode()
                || !(response.getEntity() instanceof OAuth2ErrorRepresentation error)
                || !OAuthErrorException.UNAUTHORIZED_CLIENT.equals(error.getError())
                || !UNEXPECTED.equals(error.getErrorDescription())
                || !Endpoints.authenticate(request.getUriInfo().getPath())
                || hasAssertion()
                || !isReadable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                || !DatabaseProbe.isGone(KeycloakSessionUtil.getKeycloakSession())) {
            return;
        }
        response.setStatusInfo(Response.Status.SERVICE_UNAVAILABLE);
        response.setEntity(Unavailable.DATABASE.representation());
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Unavailable.RETRY_AFTER_SECONDS);
    }

    private static boolean hasAssertion() {
        return KeycloakSessionUtil.getKeycloakSession()
                .getContext()
                .getHttpRequest()
                .getDecodedFormParameters()
                .containsKey(OAuth2Constants.CLIENT_ASSERTION);
    }

    private static boolean isReadable(@Nullable String header) {
        if (header == null) {
            return true;
        }
        try {
            BasicAuthHelper.RFC6749.parseHeader(header);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
