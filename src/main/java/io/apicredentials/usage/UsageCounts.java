package io.apicredentials.usage;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
     * @param addresses how many different ones of a credential in an hour are counted each for itself
     * @param refusedAddresses the same of those that are refused, of which anybody can make many
     * @param accepted how many different counts of accepted uses there may be, of some hundred bytes each
     * @param refused the same of refused uses
     */
    public record Bounds(int addresses, int refusedAddresses, int accepted, int refused) {

        /** What a server keeps: 50 MB at the very most. */
        public static final Bounds OF_SERVER = new Bounds(64, 16, 120_000, 10_000);
    }

    public UsageCounts(Bounds bounds) {
        this.accepted = new Cells(true, bounds.accepted, bounds.addresses);
        this.refused = new Cells(false, bounds.refused, bounds.refusedAddresses);
    }

    /** Counts one use. */
    public void add(UsageKey key, Instant at) {
        of(key).add(key, 1, at.toEpochMilli());
    }

    /** Takes out what was added since the last time, in the order of the keys. */
    public synchronized List<UsageCount> drain(Instant now) {
        // A cell that somebody adds to while it is closed is met twice.
        SortedMap<UsageKey, UsageCount> counts = new TreeMap<>();
        accepted.drain(UsageKey.hour(now), count -> counts.merge(count.key(), count, UsageCount::and));
        refused.drain(UsageKey.hour(now), count -> counts.merge(count.key(), count, UsageCount::and));
        return List.copyOf(counts.values());
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

    /** How many uses were counted and not taken out. */
    public long waiting() {
        return accepted.waiting() + refused.waiting();
    }

    private Cells of(UsageKey key) {
        Outcome outcome = key.outcome();
        return outcome.isAccepted() || outcome.equals(Remark.ACCEPTED_UNCOUNTED) ? accepted : refused;
    }
}
