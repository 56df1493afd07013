package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.RandomCases;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The matcher against two others that work in different ways: prefixes of binary texts, and Netty's subnet filter. */
class AddressMatchingTest {

    private static final int CASES = 100_000;

    /** A range as text, and the first bits of its addresses as a text of zeros and ones. */
    private record Expected(String range, String prefix) {}

    @Test
    void agreesWithPrefixesOfBinaryTexts() {
        AtomicInteger contained = new AtomicInteger();

        RandomCases.forEach(CASES, random -> {
            Expected expected = anyRange(random);
            String peer = peerNear(expected, random);
            boolean inside = peer.startsWith(expected.prefix());

            assertThat(range(expected).contains(address(dotted(peer))))
                    .as("%s in %s", dotted(peer), expected.range())
                    .isEqualTo(inside);
            contained.addAndGet(inside ? 1 : 0);
        });

        assertThat(contained).as("cases inside").hasValueBetween(CASES / 4, CASES * 3 / 4);
    }

    @Test
    void agreesWithNetty() {
        RandomCases.forEach(CASES, random -> {
            Expected expected = anyRange(random);
            String peer = dotted(peerNear(expected, random));
            String network = expected.range().replaceFirst("/.*", "");
            IpSubnetFilterRule netty =
                    new IpSubnetFilterRule(network, expected.prefix().length(), IpFilterRuleType.ACCEPT);

            assertThat(range(expected).contains(address(peer)))
                    .as("%s in %s", peer, expected.range())
                    .isEqualTo(netty.matches(socketAddress(peer)));
        });
    }

    @Test
    void permitsAPeerThatAnyRangeOfTheListContains() {
        RandomCases.forEach(CASES, random -> {
            List<Expected> list = anyList(random);
            String peer = peerNear(RandomCases.oneOf(random, list), random);
            boolean inside = list.stream().anyMatch(range -> peer.startsWith(range.prefix()));
            IpAllowList allowList = new IpAllowList(
                    list.stream().map(AddressMatchingTest::range).toList());

            assertThat(allowList.permits(PeerAddress.parse(dotted(peer)).orElseThrow()))
                    .as("%s in %s", dotted(peer), allowList.entries())
                    .isEqualTo(inside);
        });
    }

    @Test
    void readsBackTheRangesItWrites() {
        RandomCases.forEach(CASES, random -> {
            Expected expected = anyRange(random);
            Ipv4Range range = range(expected);

            assertThat(Ipv4Range.parse(range.toString(), problem -> {})).contains(range);
            assertThat(range).hasToString(expected.range().replaceFirst("/32$", ""));
        });
    }

    @Test
    void readsBackTheAddressesItWrites() {
        RandomCases.forEach(CASES, random -> {
            Ipv4Address address = new Ipv4Address(random.nextInt());

            assertThat(Ipv4Address.parse(address.toString())).contains(address);
        });
    }

    @Test
    void readsBackTheListsItWrites() {
        RandomCases.forEach(10_000, random -> {
            IpAllowList list = new IpAllowList(
                    anyList(random).stream().map(AddressMatchingTest::range).toList());

            assertThat(IpAllowList.parse(list.entries(), problem -> {})).contains(list);
        });
    }

    private static Expected anyRange(SplittableRandom random) {
        return anyRange(random, 0);
    }

    private static Expected anyRange(SplittableRandom random, int shortest) {
        int length = random.nextInt(shortest, 33);
        String prefix = RandomCases.text(random, "01", length, length);
        return new Expected(dotted(prefix + "0".repeat(32 - length)) + "/" + length, prefix);
    }

    private static List<Expected> anyList(SplittableRandom random) {
        int size = random.nextInt(1, IpAllowList.MAX_ENTRIES + 1);
        List<Expected> list = new ArrayList<>();
        while (list.size() < size) {
            Expected range = anyRange(random, size == 1 ? 0 : 1);
            if (!list.contains(range)) {
                list.add(range);
            }
        }
        return list;
    }

    /** Inside about half of the time; otherwise just beside the range, one bit away, or anywhere. */
    private static String peerNear(Expected range, SplittableRandom random) {
        int length = range.prefix().length();
        String inside = range.prefix() + RandomCases.text(random, "01", 32 - length, 32 - length);
        return switch (random.nextInt(8)) {
            case 0 -> RandomCases.text(random, "01", 32, 32);
            case 1 -> neighbour(range.prefix() + "0".repeat(32 - length), -1);
            case 2 -> neighbour(range.prefix() + "1".repeat(32 - length), 1);
            case 3 -> flipped(inside, random.nextInt(32));
            default -> inside;
        };
    }

    private static String neighbour(String binary, int distance) {
        BigInteger wrapped =
                new BigInteger(binary, 2).add(BigInteger.valueOf(distance)).mod(BigInteger.TWO.pow(32));
        String digits = wrapped.toString(2);
        return "0".repeat(32 - digits.length()) + digits;
    }

    private static String flipped(String binary, int position) {
        return binary.substring(0, position)
                + (binary.charAt(position) == '0' ? '1' : '0')
                + binary.substring(position + 1);
    }

    private static String dotted(String binary) {
        return IntStream.of(0, 8, 16, 24)
                .mapToObj(start -> Integer.toString(Integer.parseInt(binary.substring(start, start + 8), 2)))
                .collect(Collectors.joining("."));
    }

    private static Ipv4Range range(Expected expected) {
        return Ipv4Range.parse(expected.range(), problem -> {}).orElseThrow();
    }

    private static Ipv4Address address(String dotted) {
        return Ipv4Address.parse(dotted).orElseThrow();
    }

    private static InetSocketAddress socketAddress(String dotted) {
        try {
            return new InetSocketAddress(InetAddress.getByName(dotted), 0);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
