package io.apicredentials.suggestion;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.Ipv4Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The narrowest list of entries for some addresses: of all lists with so few entries none misses fewer uses; of those that miss
 * as few, none has fewer addresses; and of those, none has fewer entries.
 *
 * @param entries in ascending order; no two have an address in common
 */
public record NarrowList(List<Entry> entries) {

    /**
     * One of them, with what it covers.
     *
     * @param addresses how many addresses of those that were seen are in it
     * @param uses how many uses were from there
     */
    public record Entry(Ipv4Range range, int addresses, long uses) {}

    public NarrowList {
        entries = List.copyOf(entries);
    }

    /**
     * Finds it among all lists of at most {@value IpAllowList#MAX_ENTRIES} entries. The time grows with the number of addresses
     * as sorting them does.
     *
     * @param seen all different, in any order
     * @param mayBeEntry whether a range may be in the list; where one may, each range within it may be too
     */
    public static NarrowList of(List<SeenAddress> seen, Predicate<Ipv4Range> mayBeEntry) {
        return of(seen, IpAllowList.MAX_ENTRIES, mayBeEntry);
    }

    static NarrowList of(List<SeenAddress> seen, int most, Predicate<Ipv4Range> mayBeEntry) {
        List<Entry> entries = new ArrayList<>();
        if (!seen.isEmpty()) {
            Block.of(ascending(seen), most, mayBeEntry).list(most, entries::add);
        }
        return new NarrowList(entries);
    }

    private static List<SeenAddress> ascending(List<SeenAddress> seen) {
        return seen.stream()
                .sorted(Comparator.comparingLong(
                        one -> Integer.toUnsignedLong(one.address().bits())))
                .toList();
    }

    /** How many addresses it has. */
    public long size() {
        return entries.stream().mapToLong(entry -> entry.range().size()).sum();
    }

    /** How many of the addresses that were seen it covers. */
    public long addresses() {
        return entries.stream().mapToLong(Entry::addresses).sum();
    }

    /** How many uses it covers. */
    public long uses() {
        return entries.stream().mapToLong(Entry::uses).sum();
    }
}
