package io.apicredentials.keycloak.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Does something in a transaction of its own, apart from that of whoever asks.
 *
 * @param longest what takes a statement longer fails
 */
record OwnTransaction(KeycloakSessionFactory factory, Duration longest) {

    /** The name of the limit of a query or a session, in milliseconds. */
    static final String LIMIT = "jakarta.persistence.query.timeout";

    private static final Logger LOG = Logger.getLogger(OwnTransaction.class);

    <T> T run(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            EntityManager entities =
                    session.getProvider(JpaConnectionProvider.class).getEntityManager();
            // The session is our own, and ends with the transaction.
            entities.setProperty(LIMIT, Math.toIntExact(longest.toMillis()));
            return work.apply(entities);
        });
    }

    /** Not every database adds a row, or adds to it, in one step: two nodes may both find none, and only one of them makes it. */
    <T> T runOnceMore(Function<EntityManager, T> work) {
        try {
            return run(work);
        } catch (PersistenceException | ModelException failed) {
            if (!isOfAnotherNode(failed)) {
                throw failed;
            }
            LOG.debug("Another node has written the same row", failed);
            return run(work);
        }
    }

    private static boolean isOfAnotherNode(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConstraintViolationException
                        || cause instanceof LockAcquisitionException
                        || cause instanceof ModelDuplicateException);
    }
}
