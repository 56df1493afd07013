package io.apicredentials.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Sends requests in pairs that overlap, one of them a chosen moment after the other. */
public final class RequestPairs implements AutoCloseable {

    /** Before a pair begins, in microseconds: both requests are waiting by then. */
    private static final long HEAD_START = 3_000;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);

    /** The answers to both. */
    public record Pair(Answer first, Answer second) {

        /** Whether the server failed at one of them. */
        public boolean hasServerError() {
            return first.status() >= 500 || second.status() >= 500;
        }
    }

    /** Microseconds from 15 ms before to 15 ms after: a request of a change takes about as long. */
    public static List<Long> delays(int count) {
        return LongStream.range(0, count)
                .mapToObj(number -> 30_000 * number / count - 15_000)
                .toList();
    }

    /**
     * Sends both and waits for both answers.
     *
     * @param delay by how many microseconds the second request is later than the first; negative if it is earlier
     */
    public Pair send(Supplier<Answer> first, Supplier<Answer> second, long delay) {
        return send(first, second, delay, HEAD_START);
    }

    /**
     * The same at a moment: then the earlier of both is sent.
     *
     * @param moment at once, if it is over
     */
    public Pair sendAt(Instant moment, Supplier<Answer> first, Supplier<Answer> second, long delay) {
        long ahead = ChronoUnit.MICROS.between(Instant.now(), moment);
        return send(first, second, delay, Math.max(HEAD_START, ahead));
    }

    private Pair send(Supplier<Answer> first, Supplier<Answer> second, long delay, long ahead) {
        Future<Answer> one = schedule(first, ahead + Math.max(0, -delay));
        Future<Answer> other = schedule(second, ahead + Math.max(0, delay));
        return new Pair(answer(one), answer(other));
    }

    private Future<Answer> schedule(Supplier<Answer> request, long microseconds) {
        return threads.schedule(request::get, microseconds, TimeUnit.MICROSECONDS);
    }

    private static Answer answer(Future<Answer> request) {
        try {
            return request.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
