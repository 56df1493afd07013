package io.apicredentials.keycloak.admin;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Cuts a reader off that is still connected and takes nothing: each write would wait for it for as long as the connection lasts, and
 * hold a thread of the server. A reader that is slow is waited for, as long as it takes what is queued for it, some KB, within the time.
 */
final class WatchedOutput extends FilterOutputStream {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final long NOT_WAITING = 0;

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "api-credential-readers");
        thread.setDaemon(true);
        return thread;
    });

    private final Future<?> watch;
    private final AtomicLong waitingSince = new AtomicLong(NOT_WAITING);
    private volatile BooleanSupplier isWaitedFor = () -> true;
    private volatile BooleanSupplier isTimeUp = () -> false;

    private WatchedOutput(OutputStream output, Runnable cutOff) {
        super(output);
        watch = WATCH.scheduleWithFixedDelay(
                () -> look(cutOff), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to watch, until the stream is closed; the stream below stays open.
     *
     * @param cutOff ends the connection
     */
    static WatchedOutput of(OutputStream output, Runnable cutOff) {
        return new WatchedOutput(output, cutOff);
    }

    /** The time counts only while this is so: a reader may have something else to do first, such as to send the rest of its request. */
    WatchedOutput only(BooleanSupplier whileWaitedFor) {
        isWaitedFor = whileWaitedFor;
        return this;
    }

    /** A reader is cut off then, also one that takes something now and then. */
    WatchedOutput until(BooleanSupplier timeIsUp) {
        isTimeUp = timeIsUp;
        return this;
    }

    private void look(Runnable cutOff) {
        if (isTimeUp.getAsBoolean()) {
            watch.cancel(false);
            cutOff.run();
            return;
        }
        long since = waitingSince.get();
        if (since == NOT_WAITING) {
            return;
        }
        if (!isWaitedFor.getAsBoolean()) {
            waitingSince.compareAndSet(since, now());
        } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
            watch.cancel(false);
            cutOff.run();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        begin();
        try {
            out.write(bytes, offset, length);
        } finally {
            waitingSince.set(NOT_WAITING);
        }
    }

    @Override
    public void flush() throws IOException {
        begin();
        try {
            out.flush();
        } finally {
            waitingSince.set(NOT_WAITING);
        }
    }

    @Override
    public void close() {
        watch.cancel(false);
    }

    private void begin() {
        waitingSince.set(now());
    }

    private static long now() {
        long now = System.nanoTime();
        return now == NOT_WAITING ? 1 : now;
    }
}
