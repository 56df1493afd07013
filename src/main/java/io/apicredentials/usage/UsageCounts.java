package io.apicredentials.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts uses in memory until somebody takes the counts out. Adding waits for nobody and never fails. Accepted uses have room of
 * their own: whoever is refused, however often and from however many addresses, cannot take it from them.
 */
public final class UsageCounts {

    private final Cells accepted;
    private final Cells refused;

    /**
     * What it may come to.
     *
     * @param addresses how many different ones of a credential in an hour are counted each for itself, accepted and refused apart
     * @param accepted how many different counts of accepted uses there may be, of some hundred bytes each
     * @param refused the same of refused uses
     */
    public record Bounds(int addresses, int accepted, int refused) {

        /** What a server keeps: 50 MB at the very most. */
        public static final Bounds OF_SERVER = new Bounds(64, 120_000, 40_000);
    }

    public UsageCounts(Bounds bounds) {
        this.accepted = new Cells(true, bounds.accepted, bounds.addresses);
        this.refused = new Cells(false, bounds.refused, bounds.addresses);
    }

    /** Counts one use. */
    public void add(UsageKey key, Instant at) {
        of(key).add(key, 1, at.toEpochMilli());
    }

    /** Takes out what was added since the last time, in the order of the keys. */
    public synchronized List<UsageCount> drain(Instant now) {
        List<UsageCount> counts = new ArrayList<>();
        accepted.drain(UsageKey.hour(now), counts::add);
        refused.drain(UsageKey.hour(now), counts::add);
        counts.sort((one, other) -> one.key().compareTo(other.key()));
        return counts;
    }

    /** Puts back what was taken out and could not be kept. */
    public void putBack(List<UsageCount> counts) {
        counts.forEach(count ->
                of(count.key()).add(count.key(), count.uses(), count.lastAt().toEpochMilli()));
    }

    /** How many counts there are in memory. */
    public int size() {
        return accepted.size() + refused.size();
    }

    private Cells of(UsageKey key) {
        Outcome outcome = key.outcome();
        return outcome.isAccepted() || outcome.equals(Remark.ACCEPTED_UNCOUNTED) ? accepted : refused;
    }
}
