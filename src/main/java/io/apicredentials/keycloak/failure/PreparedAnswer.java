package io.apicredentials.keycloak.failure;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** The answer to a request, as it is before its transaction is committed; it learns whether it was. */
final class PreparedAnswer extends AbstractKeycloakTransaction {

    private static final String ATTRIBUTE = PreparedAnswer.class.getName();

    private final int status;
    private final boolean news;
    private final MultivaluedMap<String, Object> headers;
    private final @Nullable Object entity;
    private boolean committed;

    /** @param news whether it says something that the caller cannot find out by another request, such as a secret */
    PreparedAnswer(int status, boolean news, MultivaluedMap<String, Object> headers, @Nullable Object entity) {
        this.status = status;
        this.news = news;
        this.headers = headers;
        this.entity = entity;
    }

    /** Keycloak ends the transactions that are to end after the main one as that one has ended, whatever others do. */
    void keepIn(KeycloakSession session) {
        session.setAttribute(ATTRIBUTE, this);
        session.getTransactionManager().enlistAfterCompletion(this);
    }

    /** That of a session whose main transaction is committed. */
    static Optional<PreparedAnswer> ofCommitted(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, PreparedAnswer.class))
                .filter(prepared -> prepared.committed);
    }

    boolean isNews() {
        return news;
    }

    Response response() {
        Response.ResponseBuilder response = Response.status(status).entity(entity);
        headers.forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.build();
    }

    @Override
    protected void commitImpl() {
        committed = true;
    }

    @Override
    protected void rollbackImpl() {
        committed = false;
    }
}
