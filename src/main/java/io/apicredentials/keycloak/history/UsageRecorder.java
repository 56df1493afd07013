package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Remark;
import io.apicredentials.usage.UsageCount;
import io.apicredentials.usage.UsageCounts;
import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Counts uses in memory, and writes them into the table every few seconds, before somebody asks for them, and when the server
 * stops. What cannot be written stays in memory.
 */
final class UsageRecorder {

    private static final Logger LOG = Logger.getLogger(UsageRecorder.class);

    /** Counts that are written in one transaction. */
    private static final int AT_ONCE = 1_000;

    /** How long an answer, or the end of the server, waits for them. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final UsageCounts counts = new UsageCounts(UsageCounts.Bounds.OF_SERVER);
    private final InstantSource clock = InstantSource.system();

    private volatile @Nullable Running running;
    private boolean isBeginningNoted;
    private boolean isWarned;

    /** What there is between the start and the end of the server. */
    private record Running(
            HistoryTransaction transaction,
            UsagePruning pruning,
            ScheduledExecutorService thread,
            Duration retention) {}

    @SuppressWarnings("FutureReturnValueIgnored") // It never fails; what cannot be written is in the log.
    void start(KeycloakSessionFactory factory, Duration interval, Duration retention) {
        HistoryTransaction transaction = new HistoryTransaction(factory);
        UsagePruning pruning = new UsagePruning(factory, transaction, retention);
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "flush"));
        running = new Running(transaction, pruning, thread, retention);
        thread.scheduleWithFixedDelay(() -> write(transaction), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        pruning.start();
    }

    /** Counts a use. It waits for nobody, and costs no statement. */
    void add(UsageKey key, Instant at) {
        if (running != null) {
            counts.add(key, at);
        }
    }

    /** For how long counts are kept; empty where nothing is counted. */
    Optional<Duration> retention() {
        return Optional.ofNullable(running).map(Running::retention);
    }

    /** What reads the table. */
    Optional<HistoryTransaction> transaction() {
        return Optional.ofNullable(running).map(Running::transaction);
    }

    /**
     * Writes what was counted on this node so far.
     *
     * @return false when it is not written, or not in time
     */
    boolean flush() {
        Running present = running;
        if (present == null || present.thread.isShutdown()) {
            return false;
        }
        try {
            return present.thread.submit(() -> write(present.transaction)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException failed) {
            LOG.debug("Counted uses were not written in time", failed);
            return false;
        }
    }

    /** Ends counting, and writes what was counted. */
    void stop() {
        Running present = running;
        if (present == null) {
            return;
        }
        running = null;
        present.pruning.stop();
        present.thread.shutdown();
        try {
            if (present.thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                write(present.transaction);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean write(HistoryTransaction transaction) {
        isBeginningNoted = isBeginningNoted || noteBeginning(transaction);
        List<UsageCount> drained = counts.drain(clock.instant());
        warnOfUncounted(drained);
        for (int first = 0; first < drained.size(); first += AT_ONCE) {
            List<UsageCount> some = drained.subList(first, Math.min(first + AT_ONCE, drained.size()));
            boolean isWritten = transaction.write(table -> table.add(some));
            if (!isWritten) {
                counts.putBack(drained.subList(first, drained.size()));
                return false;
            }
        }
        return isBeginningNoted;
    }

    private boolean noteBeginning(HistoryTransaction transaction) {
        return transaction.write(table -> table.noteBeginning(clock.instant()));
    }

    private void warnOfUncounted(List<UsageCount> drained) {
        boolean isFull = drained.stream()
                .map(count -> count.key().outcome())
                .anyMatch(outcome ->
                        outcome.equals(Remark.ACCEPTED_UNCOUNTED) || outcome.equals(Remark.REFUSED_UNCOUNTED));
        if (isFull && !isWarned) {
            LOG.warn(
                    "Some uses of API credentials are counted without their credentials, since there is no more room in memory");
        }
        isWarned = isFull;
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "api-credential-usage-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
