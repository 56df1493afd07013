package io.apicredentials.suggestion;

import io.apicredentials.network.Ipv4Address;
import io.apicredentials.network.Ipv4Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks at every list of ranges in a small universe, one after the other, and keeps the best: the reference for {@link NarrowList}.
 * A range is the set of its addresses, as bits.
 */
final class AllLists {

    /** The addresses from 203.0.113.0 on. */
    static final int UNIVERSE = 0xcb007100;

    private final List<Integer> ranges = new ArrayList<>();
    private final List<SeenAddress> seen;
    private final int most;
    private Cost best;

    AllLists(int addresses, List<SeenAddress> seen, int most, Predicate<Ipv4Range> mayBeEntry) {
        for (int size = addresses; size > 0; size /= 2) {
            for (int first = 0; first < addresses; first += size) {
                Ipv4Range range = Ipv4Range.spanning(
                        new Ipv4Address(UNIVERSE + first), new Ipv4Address(UNIVERSE + first + size - 1));
                if (mayBeEntry.test(range)) {
                    ranges.add(((1 << size) - 1) << first);
                }
            }
        }
        this.seen = seen;
        this.most = most;
        this.best = cost(0, 0);
    }

    /** What the best of them comes to. */
    Cost best() {
        extend(0, 0, 0);
        return best;
    }

    private void extend(int from, int listed, int entries) {
        Cost cost = cost(listed, entries);
        best = cost.compareTo(best) < 0 ? cost : best;
        for (int next = from; next < ranges.size() && entries < most; next++) {
            extend(next + 1, listed | ranges.get(next), entries + 1);
        }
    }

    private Cost cost(int listed, int entries) {
        long missed = seen.stream()
                .filter(one -> (listed >> (one.address().bits() - UNIVERSE) & 1) == 0)
                .mapToLong(SeenAddress::uses)
                .sum();
        return new Cost(missed, Integer.bitCount(listed), entries);
    }
}
