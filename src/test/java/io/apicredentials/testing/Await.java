package io.apicredentials.testing;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what is to be seen, however long that takes. */
public final class Await {

    private static final long POLL_NANOS = 20_000_000;

    private Await() {}

    /** Looks again and again until there is something. */
    public static <T> T seen(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + Patience.ANSWER.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new AssertionError("never seen: " + what);
    }
}
