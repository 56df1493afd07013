package io.apicredentials.usage;

import java.util.concurrent.atomic.AtomicLong;

/** A number that many threads add to without waiting for each other, and one takes from. Nothing is lost between them. */
final class Cell {

    private static final long CLOSED = -1;

    private final AtomicLong uses = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong();

    /** Adds uses; false when it is closed, and nothing was added. */
    boolean add(long more, long at) {
        lastAt.accumulateAndGet(at, Math::max);
        long before = uses.get();
        while (before != CLOSED && !uses.compareAndSet(before, before + more)) {
            before = uses.get();
        }
        return before != CLOSED;
    }

    /** What was added since the last time. */
    long take() {
        return uses.getAndSet(0);
    }

    /** The same, and nothing is added after it. */
    long close() {
        return uses.getAndSet(CLOSED);
    }

    /** What {@link #take} would take. */
    long waiting() {
        return Math.max(0, uses.get());
    }

    long lastAt() {
        return lastAt.get();
    }
}
