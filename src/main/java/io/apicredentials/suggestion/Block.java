package io.apicredentials.suggestion;

import io.apicredentials.network.Ipv4Range;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A node of the compressed binary trie of the addresses: the smallest range around some of them, and what the best lists for
 * them are, by the number of entries that these may have. All other ranges around the same addresses are wider and no better.
 */
final class Block {

    private final Ipv4Range range;
    private final int addresses;
    private final long uses;
    private final @Nullable Block low;
    private final @Nullable Block high;
    private final Choice[] best;

    /**
     * The best list with at most some number of entries.
     *
     * @param inLow how many of the entries are for the lower half; {@value #WHOLE} where the range itself is the one entry
     */
    private record Choice(Cost cost, int inLow) {

        static final int WHOLE = -1;

        Choice orBetter(Choice other) {
            return other.cost.compareTo(cost) < 0 ? other : this;
        }
    }

    private Block(Ipv4Range range, int addresses, long uses, @Nullable Block low, @Nullable Block high, int entries) {
        this.range = range;
        this.addresses = addresses;
        this.uses = uses;
        this.low = low;
        this.high = high;
        this.best = new Choice[entries + 1];
    }

    /**
     * Makes the block of some addresses, and all below it.
     *
     * @param seen at least one, all different, in ascending order
     * @param mayBeEntry whether a range may be in the list
     */
    static Block of(List<SeenAddress> seen, int entries, Predicate<Ipv4Range> mayBeEntry) {
        SeenAddress first = seen.get(0);
        Ipv4Range range =
                Ipv4Range.spanning(first.address(), seen.get(seen.size() - 1).address());
        if (seen.size() == 1) {
            Block leaf = new Block(range, 1, first.uses(), null, null, entries);
            leaf.choose(mayBeEntry);
            return leaf;
        }
        int middle = middle(seen, range);
        Block low = of(seen.subList(0, middle), entries, mayBeEntry);
        Block high = of(seen.subList(middle, seen.size()), entries, mayBeEntry);
        Block block = new Block(range, seen.size(), low.uses + high.uses, low, high, entries);
        block.choose(mayBeEntry);
        return block;
    }

    /** The place of the first one in the upper half of a range that has addresses in both. */
    private static int middle(List<SeenAddress> seen, Ipv4Range range) {
        int firstBit = 1 << (31 - range.prefixLength());
        int middle = 1;
        while ((seen.get(middle).address().bits() & firstBit) == 0) {
            middle++;
        }
        return middle;
    }

    private void choose(Predicate<Ipv4Range> mayBeEntry) {
        boolean isEntry = mayBeEntry.test(range);
        for (int entries = 0; entries < best.length; entries++) {
            Choice choice =
                    low == null || high == null ? new Choice(new Cost(uses, 0, 0), 0) : ofHalves(low, high, entries);
            if (isEntry && entries > 0) {
                choice = choice.orBetter(new Choice(new Cost(0, range.size(), 1), Choice.WHOLE));
            }
            best[entries] = choice;
        }
    }

    private static Choice ofHalves(Block low, Block high, int entries) {
        Choice choice = new Choice(low.cost(0).plus(high.cost(entries)), 0);
        for (int inLow = 1; inLow <= entries; inLow++) {
            choice = choice.orBetter(new Choice(low.cost(inLow).plus(high.cost(entries - inLow)), inLow));
        }
        return choice;
    }

    private Cost cost(int entries) {
        return best[entries].cost;
    }

    /** Tells the entries of the best list with at most this number of them, in ascending order. */
    void list(int entries, Consumer<NarrowList.Entry> entry) {
        Choice choice = best[entries];
        if (choice.inLow == Choice.WHOLE) {
            entry.accept(new NarrowList.Entry(range, addresses, uses));
        } else if (low != null && high != null) {
            low.list(choice.inLow, entry);
            high.list(entries - choice.inLow, entry);
        }
    }
}
