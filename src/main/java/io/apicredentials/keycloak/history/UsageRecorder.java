package io.apicredentials.keycloak.history;

import io.apicredentials.usage.UsageCounts;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Counts uses in memory, and writes them into the table every few seconds, before somebody asks for them, and when the server
 * stops. What cannot be written stays in memory.
 */
final class UsageRecorder {

    private static final Logger LOG = Logger.getLogger(UsageRecorder.class);

    /** How long an answer waits for them. It may hold a lock that others wait for. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long the end of the server waits for them. */
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

    private final UsageCounts counts = new UsageCounts(UsageCounts.Bounds.OF_SERVER);

    private volatile @Nullable Running running;

    /** What there is between the start and the end of the server. */
    private record Running(
            HistoryTransaction transaction,
            UsageWriter writer,
            JointTask task,
            UsagePruning pruning,
            ScheduledExecutorService thread,
            Duration interval,
            Duration retention) {}

    @SuppressWarnings("FutureReturnValueIgnored") // It never fails; what cannot be written is in the log.
    void start(KeycloakSessionFactory factory, Duration interval, Duration retention) {
        HistoryTransaction transaction = new HistoryTransaction(factory);
        UsageWriter writer = new UsageWriter(counts, transaction, interval);
        UsagePruning pruning = new UsagePruning(factory, transaction, retention);
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "flush"));
        JointTask task = new JointTask(work -> thread.execute(logged(work)), writer::write);
        running = new Running(transaction, writer, task, pruning, thread, interval, retention);
        thread.scheduleWithFixedDelay(logged(writer::write), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        pruning.start();
    }

    private static Runnable logged(Runnable work) {
        return new RepeatedWork(work, "Counted uses were not written, and that is tried again");
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

    /** What is read from the table; empty when that fails. */
    <T> Optional<T> read(Function<EntityManager, T> work) {
        return Optional.ofNullable(running).flatMap(present -> present.transaction.read(work));
    }

    /** This server among those that write the table. */
    Optional<String> server() {
        return Optional.ofNullable(running).map(present -> present.writer.server());
    }

    /** How far it is; empty where nothing is counted. */
    Optional<UsageState> state() {
        return Optional.ofNullable(running)
                .map(present -> new UsageState(counts.waiting(), present.writer.sinceWritten()));
    }

    /** Writes what was counted on this node so far, together with all who ask for that at the same moment. */
    JointTask.Result flush() {
        Running present = running;
        try {
            return present == null ? JointTask.Result.FAILED : present.task.await(PATIENCE);
        } catch (RejectedExecutionException stopping) {
            return JointTask.Result.FAILED;
        }
    }

    /** Removes the counts of a credential that is removed. */
    void forget(String credential) {
        Optional.ofNullable(running).ifPresent(present -> present.pruning.forget(credential, present.interval));
    }

    /** Ends counting, and writes what was counted. */
    void stop() {
        Running present = running;
        if (present == null) {
            return;
        }
        running = null;
        present.pruning.stop();
        CompletableFuture<Boolean> last = CompletableFuture.supplyAsync(present.writer::writeLast, present.thread);
        present.thread.shutdown();
        if (!isWritten(last)) {
            LOG.warnf("%d counts of uses were not written before the end of the server", counts.size());
        }
        present.thread.shutdownNow();
    }

    private static boolean isWritten(CompletableFuture<Boolean> last) {
        try {
            return last.get(PATIENCE_AT_THE_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException failed) {
            LOG.debug("Counted uses were not written in time", failed);
            return false;
        }
    }

    static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "api-credential-usage-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
