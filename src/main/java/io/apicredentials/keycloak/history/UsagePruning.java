package io.apicredentials.keycloak.history;

import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Removes old counts every hour, and those of removed credentials, a few rows in each transaction, and on one node at a time. It has a thread of its own: the first
 * time after a shorter retention was set it may take long.
 */
final class UsagePruning {

    private static final Logger LOG = Logger.getLogger(UsagePruning.class);

    private static final String TASK = "ApiCredentialUsagePruning";
    private static final Duration INTERVAL = Duration.ofHours(1);

    /** For how long refused uses are kept at most: anybody can make many. */
    private static final Duration REFUSED = Duration.ofDays(90);

    /** Hours before those that were looked at the last time in which some may be new: of a server that could not write. */
    private static final long LOOKED_AT = Duration.ofDays(7).toHours();

    /** Hours that one statement looks at: it has to end in time, also when there are many uses that stay. */
    private static final long AT_ONCE = Duration.ofDays(30).toHours();

    private static final long NOT_READ = Long.MIN_VALUE;

    private final KeycloakSessionFactory factory;
    private final HistoryTransaction transaction;
    private final Duration retention;
    private final InstantSource clock = InstantSource.system();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> UsageRecorder.daemon(work, "pruning"));

    /** The hour up to which this server has looked for refused uses. At first it looks at all: none may have run for long. */
    private long lookedUpTo = Long.MIN_VALUE + LOOKED_AT;

    UsagePruning(KeycloakSessionFactory factory, HistoryTransaction transaction, Duration retention) {
        this.factory = factory;
        this.transaction = transaction;
        this.retention = retention;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What cannot be removed is in the log, and tried again.
    void start() {
        RepeatedWork work = new RepeatedWork(this::look, "Old counts of uses are not removed, and that is tried again");
        thread.scheduleWithFixedDelay(work, 0, INTERVAL.toSeconds(), TimeUnit.SECONDS);
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
        Instant now = clock.instant();
        long end = UsageKey.hour(now.minus(retention));
        long endOfRefused = UsageKey.hour(now.minus(REFUSED));
        repeat(removal -> removal.before(end));
        if (pruneRefused(Math.max(end, lookedUpTo - LOOKED_AT), endOfRefused)) {
            lookedUpTo = endOfRefused;
        }
    }

    /** Hours without refused uses cost no transaction of their own: at the start of a server there may be thousands of them. */
    private boolean pruneRefused(long begin, long end) {
        long hour = begin;
        while (hour < end) {
            long from = hour;
            long to = Math.min(end, from + AT_ONCE);
            long refused = transaction
                    .read(entities -> new UsageRemoval(entities).firstRefused(from, to))
                    .orElse(NOT_READ);
            boolean isDone = refused != NOT_READ && (refused == to || repeat(removal -> removal.refused(refused)));
            if (!isDone) {
                return false;
            }
            hour = Math.min(to, refused + 1);
        }
        return true;
    }

    /**
     * Removes the counts of a credential that is removed; and once more, later, what servers had counted of it and not written.
     *
     * @param interval how long after each other servers write
     */
    @SuppressWarnings("FutureReturnValueIgnored") // What cannot be removed is in the log, and is removed as too old.
    void forget(String credential, Duration interval) {
        String failure = "The counts of a removed credential are still there";
        try {
            thread.execute(new RepeatedWork(() -> repeat(removal -> removal.of(credential)), failure));
            // By then there may be another one with its id, of an import.
            RepeatedWork again = new RepeatedWork(() -> repeat(removal -> removal.ofRemoved(credential)), failure);
            thread.schedule(again, interval.multipliedBy(2).toSeconds(), TimeUnit.SECONDS);
        } catch (RejectedExecutionException stopping) {
            LOG.debugf(stopping, "The counts of %s are kept until they are too old", credential);
        }
    }

    /** Whether there is nothing left to be removed. */
    private boolean repeat(Predicate<UsageRemoval> step) {
        for (int steps = 0; !thread.isShutdown(); steps++) {
            Optional<Boolean> isRemoved = transaction.change(entities -> step.test(new UsageRemoval(entities)));
            if (!isRemoved.orElse(false)) {
                LOG.debugf("Removed counts of uses in %d steps", steps);
                return isRemoved.isPresent();
            }
        }
        return false;
    }
}
