package io.apicredentials.keycloak.history;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Reads or writes the table of uses in a transaction of its own. A table that is missing, locked or read-only would take the
 * transaction of whoever asks with it.
 */
final class HistoryTransaction {

    private static final Logger LOG = Logger.getLogger(HistoryTransaction.class);

    private final KeycloakSessionFactory factory;
    private final AtomicBoolean writingFails = new AtomicBoolean();
    private final AtomicBoolean readingFails = new AtomicBoolean();

    HistoryTransaction(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Writes; false when that fails. */
    boolean write(Consumer<UsageTable> work) {
        return run(
                        entities -> {
                            work.accept(new UsageTable(entities));
                            return true;
                        },
                        writingFails)
                .isPresent();
    }

    /** What is read; empty when that fails. */
    <T> Optional<T> read(Function<EntityManager, T> work) {
        return run(work, readingFails);
    }

    private <T> Optional<T> run(Function<EntityManager, T> work, AtomicBoolean fails) {
        try {
            T result = KeycloakModelUtils.runJobInTransactionWithResult(
                    factory,
                    session -> work.apply(
                            session.getProvider(JpaConnectionProvider.class).getEntityManager()));
            if (fails.compareAndSet(true, false) && !isFailing()) {
                LOG.info("The table API_CREDENTIAL_USAGE can be used again");
            }
            return Optional.of(result);
        } catch (RuntimeException failed) {
            // One warning, however often it is tried, until it can be used again.
            if (!isFailing()) {
                LOG.warnf(
                        "The table API_CREDENTIAL_USAGE cannot be used: %s. Tokens are issued as before; uses are counted in"
                                + " memory until it can, as far as there is room.",
                        failed);
            }
            fails.set(true);
            LOG.debug("The table API_CREDENTIAL_USAGE cannot be used", failed);
            return Optional.empty();
        }
    }

    private boolean isFailing() {
        return writingFails.get() || readingFails.get();
    }
}
