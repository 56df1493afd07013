package io.apicredentials.keycloak.history;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done once for all who wait for it. Whoever comes while it is done waits for the next time, together with all others
 * who have come meanwhile: what was there before they came is certain to be in it.
 */
final class JointTask {

    private final Executor thread;
    private final BooleanSupplier work;
    private @Nullable CompletableFuture<Boolean> next;

    /** What came of it. */
    enum Result {
        DONE,
        FAILED,

        /** It is not done yet. */
        LATE
    }

    /**
     * @param thread does one thing after the other
     * @param work false when it fails
     */
    JointTask(Executor thread, BooleanSupplier work) {
        this.thread = thread;
        this.work = work;
    }

    /**
     * Waits until it was done once more, from beginning to end.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the thread has ended
     */
    Result await(Duration patience) {
        try {
            return begin().get(patience.toMillis(), TimeUnit.MILLISECONDS) ? Result.DONE : Result.FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Result.LATE;
        } catch (TimeoutException late) {
            return Result.LATE;
        } catch (ExecutionException failed) {
            return Result.FAILED;
        }
    }

    private synchronized CompletableFuture<Boolean> begin() {
        CompletableFuture<Boolean> waiting = next;
        if (waiting == null) {
            waiting = new CompletableFuture<>();
            thread.execute(this::run);
            next = waiting;
        }
        return waiting;
    }

    private void run() {
        CompletableFuture<Boolean> waiting = takeNext();
        try {
            waiting.complete(work.getAsBoolean());
        } finally {
            // Where an error has ended it.
            waiting.complete(false);
        }
    }

    private synchronized CompletableFuture<Boolean> takeNext() {
        CompletableFuture<Boolean> waiting = next == null ? new CompletableFuture<>() : next;
        next = null;
        return waiting;
    }
}
