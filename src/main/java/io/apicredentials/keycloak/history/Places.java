package io.apicredentials.keycloak.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Places for work that takes long and holds a thread: so many on this node, and so many of them for one thing. */
public final class Places {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();

    /**
     * @param most on this node
     * @param mostOfOne for one thing
     */
    public Places(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Takes a place.
     *
     * @param of what it is for
     * @return gives it back, however often it is run; empty when there is none
     */
    public synchronized Optional<Runnable> take(String of) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= most || taken.getOrDefault(of, 0) >= mostOfOne) {
            return Optional.empty();
        }
        taken.merge(of, 1, Integer::sum);
        AtomicBoolean isTaken = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (isTaken.compareAndSet(true, false)) {
                giveBack(of);
            }
        });
    }

    /**
     * Does work at a place, which is free again when it is done or has failed.
     *
     * @param of what it is done for
     * @return empty when there is no place
     */
    <T> Optional<T> attempt(String of, Supplier<T> work) {
        return take(of).map(giveBack -> {
            try {
                return work.get();
            } finally {
                giveBack.run();
            }
        });
    }

    private synchronized void giveBack(String of) {
        taken.computeIfPresent(of, (name, count) -> count == 1 ? null : count - 1);
    }
}
