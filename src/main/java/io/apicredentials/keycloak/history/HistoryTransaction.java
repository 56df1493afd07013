package io.apicredentials.keycloak.history;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Reads or writes the table of uses in a transaction of its own. A table that is missing, locked or read-only would take the
 * transaction of whoever asks with it, and one that is locked would keep them waiting, at times with a lock that others wait for:
 * no statement may take long.
 */
final class HistoryTransaction {

    private static final Logger LOG = Logger.getLogger(HistoryTransaction.class);

    private static final Duration LONGEST_READ = Duration.ofSeconds(3);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(5);

    private final KeycloakSessionFactory factory;
    private final AtomicBoolean writingFails = new AtomicBoolean();
    private final AtomicBoolean readingFails = new AtomicBoolean();

    HistoryTransaction(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Writes; false when that fails. */
    boolean write(Consumer<EntityManager> work) {
        return change(entities -> {
                    work.accept(entities);
                    return true;
                })
                .isPresent();
    }

    /** Writes, and says something of it; empty when that fails. */
    <T> Optional<T> change(Function<EntityManager, T> work) {
        return run(() -> new OwnTransaction(factory, LONGEST_WRITE).runOnceMore(work), writingFails);
    }

    /** What is read; empty when that fails. */
    <T> Optional<T> read(Function<EntityManager, T> work) {
        return run(() -> new OwnTransaction(factory, LONGEST_READ).run(work), readingFails);
    }

    private <T> Optional<T> run(Supplier<T> work, AtomicBoolean fails) {
        try {
            T result = work.get();
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
