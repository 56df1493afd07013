package io.apicredentials.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.network.Ipv4Address;
import io.apicredentials.network.Ipv4Range;
import io.apicredentials.testing.RandomCases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 203.0.113.7",
                "203.0.113.7 203.0.113.9 198.51.100.1 | 198.51.100.1 203.0.113.7 203.0.113.9",
                // Two neighbours in one entry are as narrow as in two.
                "203.0.113.8 203.0.113.9 | 203.0.113.8/31",
                "10.0.0.1 10.0.0.2 10.0.1.1 10.0.2.1 10.0.3.1 10.0.4.1 10.0.5.1"
                        + " | 10.0.0.0/30 10.0.1.1 10.0.2.1 10.0.3.1 10.0.4.1 10.0.5.1",
                "0.0.0.0 255.255.255.255 | 0.0.0.0 255.255.255.255",
                "127.255.255.255 128.0.0.0 | 127.255.255.255 128.0.0.0"
            })
    void hasAsFewAddressesAsPossible(String seen, String expected) {
        NarrowList list = NarrowList.of(once(seen.split(" ")), range -> true);

        assertThat(list.entries()).extracting(entry -> entry.range().toString()).containsExactly(expected.split(" "));
    }

    @Test
    void saysWhatEachEntryCovers() {
        List<SeenAddress> seen = List.of(seen("10.0.0.1", 5), seen("10.0.0.0", 7), seen("192.0.2.1", 1));

        assertThat(NarrowList.of(seen, range -> true).entries())
                .containsExactly(
                        new NarrowList.Entry(range("10.0.0.0/31"), 2, 12),
                        new NarrowList.Entry(range("192.0.2.1"), 1, 1));
    }

    /** Rather the address with many uses than the two with few. */
    @Test
    void missesAsFewUsesAsPossibleWhereNotAllCanBeCovered() {
        List<SeenAddress> seen = List.of(seen("10.0.0.1", 3), seen("10.0.0.9", 10), seen("10.0.0.200", 3));

        NarrowList list = NarrowList.of(seen, 1, range -> range.prefixLength() >= 32);

        assertThat(list.entries()).containsExactly(new NarrowList.Entry(range("10.0.0.9"), 1, 10));
    }

    @Test
    void ofNoAddressIsEmpty() {
        assertThat(NarrowList.of(List.of(), range -> true).entries()).isEmpty();
    }

    /** Every list of at most six ranges in a universe of 8 addresses, for every kind of limit on ranges. */
    @Test
    void isTheBestOfAllListsOfSixRanges() {
        RandomCases.forEach(60, random -> compareWithAllLists(random, 8, 6));
    }

    @Test
    void isTheBestOfAllListsOfFewRangesInAWiderUniverse() {
        RandomCases.forEach(120, random -> compareWithAllLists(random, 16, random.nextInt(1, 4)));
    }

    private static void compareWithAllLists(SplittableRandom random, int universe, int most) {
        List<SeenAddress> seen = IntStream.range(0, universe)
                .filter(address -> random.nextInt(3) > 0)
                .mapToObj(
                        address -> new SeenAddress(new Ipv4Address(AllLists.UNIVERSE + address), random.nextInt(1, 4)))
                .toList();
        int widestPrefix = random.nextInt(28, 33);
        IpAllowList present = present(random, universe);
        Predicate<Ipv4Range> mayBeEntry = range -> range.prefixLength() >= widestPrefix && present.covers(range);

        NarrowList list = NarrowList.of(seen, most, mayBeEntry);

        long uses = seen.stream().mapToLong(SeenAddress::uses).sum();
        assertThat(new Cost(uses - list.uses(), list.size(), list.entries().size()))
                .as("%s with %s of /%s within %s", seen, list, widestPrefix, present)
                .isEqualTo(new AllLists(universe, seen, most, mayBeEntry).best());
        assertThat(list.entries()).allMatch(entry -> mayBeEntry.test(entry.range()));
        assertThat(list.entries()).allMatch(entry -> entry.equals(covered(entry.range(), seen)));
    }

    private static NarrowList.Entry covered(Ipv4Range range, List<SeenAddress> seen) {
        List<SeenAddress> covered =
                seen.stream().filter(one -> range.contains(one.address())).toList();
        return new NarrowList.Entry(
                range,
                covered.size(),
                covered.stream().mapToLong(SeenAddress::uses).sum());
    }

    private static IpAllowList present(SplittableRandom random, int universe) {
        if (random.nextInt(3) == 0) {
            return new IpAllowList(List.of(range("0.0.0.0/0")));
        }
        List<Ipv4Range> ranges = new ArrayList<>();
        Stream.generate(() -> new Ipv4Address(AllLists.UNIVERSE + random.nextInt(universe)))
                .limit(4)
                .map(one -> Ipv4Range.spanning(one, new Ipv4Address(AllLists.UNIVERSE + random.nextInt(universe))))
                .distinct()
                .forEach(ranges::add);
        return new IpAllowList(ranges);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 10_000})
    @Timeout(10)
    void isFoundAmongManyAddressesInTime(int addresses) {
        SplittableRandom random = new SplittableRandom(addresses);
        TreeSet<Integer> bits = new TreeSet<>();
        while (bits.size() < addresses) {
            bits.add(random.nextInt());
        }
        List<SeenAddress> seen = bits.stream()
                .map(one -> new SeenAddress(new Ipv4Address(one), 1))
                .toList();
        IpAllowList everywhere = new IpAllowList(List.of(range("0.0.0.0/0")));
        long start = System.nanoTime();

        NarrowList list = NarrowList.of(seen, everywhere::covers);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(list.addresses()).isEqualTo(addresses);
        assertThat(list.entries()).hasSizeLessThanOrEqualTo(IpAllowList.MAX_ENTRIES);
    }

    private static List<SeenAddress> once(String... addresses) {
        return Stream.of(addresses).map(address -> seen(address, 1)).toList();
    }

    static SeenAddress seen(String address, long uses) {
        return new SeenAddress(Ipv4Address.parse(address).orElseThrow(), uses);
    }

    static Ipv4Range range(String text) {
        return Ipv4Range.parse(text, problem -> {}).orElseThrow();
    }
}
