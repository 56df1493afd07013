package io.apicredentials.keycloak.history;

import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Removes old counts every hour, a few rows in each transaction, and on one node at a time. It has a thread of its own: the first
 * time after a shorter retention was set it may take long.
 */
final class UsagePruning {

    private static final Logger LOG = Logger.getLogger(UsagePruning.class);

    private static final String TASK = "ApiCredentialUsagePruning";
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final KeycloakSessionFactory factory;
    private final HistoryTransaction transaction;
    private final Duration retention;
    private final InstantSource clock = InstantSource.system();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> UsageRecorder.daemon(work, "pruning"));

    UsagePruning(KeycloakSessionFactory factory, HistoryTransaction transaction, Duration retention) {
        this.factory = factory;
        this.transaction = transaction;
        this.retention = retention;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What cannot be removed is in the log, and tried again.
    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, INTERVAL.toSeconds(), TimeUnit.SECONDS);
    }

    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(ClusterProvider.class)
                    .executeIfNotExecuted(TASK, Math.toIntExact(INTERVAL.toSeconds()), () -> {
                        prune();
                        return true;
                    });
        }
    }

    private void prune() {
        long end = UsageKey.hour(clock.instant().minus(retention));
        // Also where somebody has emptied the table meanwhile.
        transaction.write(table -> table.noteBeginning(clock.instant()));
        int steps = 0;
        while (!thread.isShutdown()
                && transaction
                        .read(entities -> new UsageTable(entities).removeSomeBefore(end))
                        .orElse(false)) {
            steps++;
        }
        LOG.debugf("Removed old counts of uses in %d steps", steps);
    }
}
