package io.apicredentials.keycloak.failure;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;

/** For what Keycloak makes of an exception of the database, such as at the end of a transaction. */
@Provider
public final class ModelFailureMapper implements ExceptionMapper<ModelException> {

    @Inject
    KeycloakSession session;

    @Override
    public Response toResponse(ModelException thrown) {
        return DatabaseFailure.answer(session, thrown);
    }
}
