package io.apicredentials.suggestion;

import java.util.Comparator;

/**
 * What a list comes to; the smallest is the best. It does not matter how it is added up, and what is best of two parts is best of
 * both together: that is why the best list of a block is made of best lists of its halves.
 *
 * @param missed uses from addresses that are not listed
 * @param size how many addresses are listed
 * @param entries how many entries there are
 */
record Cost(long missed, long size, int entries) implements Comparable<Cost> {

    private static final Comparator<Cost> ORDER =
            Comparator.comparingLong(Cost::missed).thenComparingLong(Cost::size).thenComparingInt(Cost::entries);

    Cost plus(Cost other) {
        return new Cost(missed + other.missed, size + other.size, entries + other.entries);
    }

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }
}
