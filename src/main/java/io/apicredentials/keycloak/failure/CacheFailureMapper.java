package io.apicredentials.keycloak.failure;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.infinispan.commons.CacheException;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * For other nodes that do not answer: Keycloak tells them of a change when it is committed, and fails when one does not
 * answer within 15 seconds. What is done is answered as done. Above all a new secret is not lost.
 */
@Provider
public final class CacheFailureMapper implements ExceptionMapper<CacheException> {

    private static final Logger LOG = Logger.getLogger(CacheFailureMapper.class);

    @Inject
    KeycloakSession session;

    @Override
    public Response toResponse(CacheException thrown) {
        if (!Endpoints.concern(session.getContext().getUri().getPath())) {
            return KeycloakErrorHandler.getResponse(session, thrown);
        }
        return PreparedAnswer.ofCommitted(session)
                .map(prepared -> answer(prepared, thrown))
                .orElseGet(() -> nothingDone(thrown));
    }

    private static Response answer(PreparedAnswer prepared, CacheException thrown) {
        LOG.warnf("A change is made, and not all nodes of the cluster could be told: %s", thrown);
        return prepared.isNews() ? prepared.response() : Unavailable.NODES_NOT_TOLD.answer();
    }

    private Response nothingDone(CacheException thrown) {
        session.getTransactionManager().setRollbackOnly();
        LOG.warnf("Other nodes of the cluster do not answer: %s", thrown);
        return Unavailable.CACHE.answer();
    }
}
