package io.apicredentials.fuzzing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Compares the work of reading an input with that of one that is {@value #FACTOR} times as long. What grows with the square
 * takes {@value #FACTOR} times {@value #FACTOR} as long. It is the time of the processor for this thread, so that whatever
 * else runs on the machine does not count, and nothing depends on how fast the machine is.
 */
final class Growth {

    /** Nearly what a request may have, and what the JSON reader takes for the name of one field. */
    static final int LARGEST = 48 * 1024;

    private static final int FACTOR = 16;

    /** Room for what is not exact in measuring, and for sorting. */
    private static final int TOLERANCE = 4;

    /** The least time of so many counts: all else is noise, such as memory that the machine has to find first. */
    private static final int TRIES = 7;

    private static final int MOST_TRIES = 6 * TRIES;

    /** Whatever takes less for an input of the largest size harms nobody; this keeps most inputs from being measured twice. */
    private static final long NEGLIGIBLE_NANOS = 20_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Growth() {}

    /** Fails when the work of a target grows much faster than a piece that comes more often. */
    static void check(FuzzTarget target, Repetition repetition) {
        try {
            check(LARGEST, repetition::ofLength, target::read);
        } catch (AssertionError tooMuch) {
            throw new AssertionError(tooMuch.getMessage() + " for " + repetition, tooMuch);
        }
    }

    /**
     * Fails when the work grows much faster than the input.
     *
     * @param inputs makes an input of a length
     * @param largest the length of the longer of the two inputs
     */
    static <T> void check(int largest, IntFunction<T> inputs, Consumer<T> reader) {
        T large = inputs.apply(largest);
        if (nanos(large, reader) < NEGLIGIBLE_NANOS) {
            return;
        }
        T small = inputs.apply(largest / FACTOR);
        long ofSmall = Long.MAX_VALUE;
        long ofLarge = Long.MAX_VALUE;
        for (int i = 0; i < MOST_TRIES && (i < TRIES || isTooMuch(ofSmall, ofLarge)); i++) {
            // In turn, so that both are measured with what the compiler has made by then.
            ofLarge = Math.min(ofLarge, nanos(large, reader));
            ofSmall = Math.min(ofSmall, nanos(small, reader));
        }
        if (isTooMuch(ofSmall, ofLarge)) {
            throw new AssertionError("an input " + FACTOR + " times as long takes " + ofLarge / ofSmall
                    + " times the work: " + ofLarge + " instead of " + ofSmall + " ns");
        }
    }

    private static boolean isTooMuch(long ofSmall, long ofLarge) {
        return ofLarge > Math.max(NEGLIGIBLE_NANOS, ofSmall * FACTOR * TOLERANCE);
    }

    private static <T> long nanos(T input, Consumer<T> reader) {
        long start = THREADS.getCurrentThreadCpuTime();
        reader.accept(input);
        return Math.max(1, THREADS.getCurrentThreadCpuTime() - start);
    }
}
