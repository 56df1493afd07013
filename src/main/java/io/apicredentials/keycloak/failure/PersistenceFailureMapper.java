package io.apicredentials.keycloak.failure;

import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;

/** For exceptions of the database that nobody has caught. */
@Provider
public final class PersistenceFailureMapper implements ExceptionMapper<PersistenceException> {

    @Inject
    KeycloakSession session;

    @Override
    public Response toResponse(PersistenceException thrown) {
        return DatabaseFailure.answer(session, thrown);
    }
}
