package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAllowListTest {

    private static final Ipv4Range EVERY_ADDRESS = range("0.0.0.0/0");
    private static final Ipv4Range OFFICE = range("198.51.100.0/24");

    private final List<String> problems = new ArrayList<>();

    @Test
    void keepsTheOrderGivenInCanonicalForm() {
        assertThat(parse("203.0.113.7/32", "198.51.100.0/24", "192.0.2.1"))
                .map(IpAllowList::entries)
                .contains(List.of("203.0.113.7", "198.51.100.0/24", "192.0.2.1"));
        assertThat(problems).isEmpty();
    }

    @Test
    void acceptsSixEntries() {
        assertThat(parse(addresses(6)))
                .map(IpAllowList::ranges)
                .hasValueSatisfying(ranges -> assertThat(ranges).hasSize(6));
    }

    @Test
    void refusesASeventhEntry() {
        assertThat(parse(addresses(7))).isEmpty();
        assertThat(problems)
                .containsExactly(
                        " There are 7 IP addresses; at most 6 are allowed, so combine neighbouring addresses into a"
                                + " range or split the credential.");
    }

    @Test
    void reportsWrongEntriesOfALongListToo() {
        assertThat(parse("192.0.2.0", "192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4", "192.0.2.5", "localhost"))
                .isEmpty();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith(" There are 7 IP addresses");
        assertThat(problems.get(1)).startsWith("[6] 'localhost' is not");
    }

    @Test
    void refusesAnEmptyListAndTellsHowToListEveryAddress() {
        assertThat(parse()).isEmpty();
        assertThat(problems)
                .containsExactly(
                        " At least one IP address is needed; write 1 to 6 IPv4 addresses or ranges, or 0.0.0.0/0"
                                + " alone for all IP addresses.");
    }

    @Test
    void reportsEveryWrongEntryAtItsPlace() {
        assertThat(parse("203.0.113.7", "203.0.113.256", "192.0.2.1", "192.0.2.7/24"))
                .isEmpty();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("[1] '203.0.113.256' is not an IPv4 address");
        assertThat(problems.get(1)).startsWith("[3] '192.0.2.7/24' has bits set");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7, 203.0.113.7/32",
        "203.0.113.7/32, 203.0.113.7",
        "198.51.100.0/24, 198.51.100.0/24"
    })
    void refusesAnEntryListedTwice(String first, String second) {
        assertThat(parse(first, second)).isEmpty();
        assertThat(problems).containsExactly("[1] '" + second + "' is listed twice; list each address or range once.");
    }

    @Test
    void acceptsOverlappingRanges() {
        assertThat(parse("198.51.100.0/24", "198.51.100.0/25", "198.51.100.0")).isPresent();
    }

    @Test
    void acceptsEveryAddressAlone() {
        assertThat(parse("0.0.0.0/0")).contains(new IpAllowList(List.of(EVERY_ADDRESS)));
    }

    @Test
    void refusesEveryAddressBesideOthers() {
        assertThat(parse("198.51.100.0/24", "0.0.0.0/0")).isEmpty();
        assertThat(problems)
                .containsExactly(
                        "[1] '0.0.0.0/0' means all IP addresses and stands alone; remove it or remove the other"
                                + " entries.");
    }

    @Test
    void refusesEveryAddressBesideAWrongEntryToo() {
        assertThat(parse("0.0.0.0/0", "localhost")).isEmpty();
        assertThat(problems).hasSize(2);
        assertThat(problems.get(0)).startsWith("[0] '0.0.0.0/0' means all IP addresses");
        assertThat(problems.get(1)).startsWith("[1] 'localhost' is not");
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.200", "203.0.113.7", "::ffff:203.0.113.7"})
    void permitsAPeerInAnyOfItsRanges(String peer) {
        assertThat(new IpAllowList(List.of(OFFICE, range("203.0.113.7"))).permits(peer(peer)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.8", "::ffff:203.0.113.8", "2001:db8::1", "::1", "::203.0.113.7"})
    void permitsNoOtherPeer(String peer) {
        assertThat(new IpAllowList(List.of(OFFICE, range("203.0.113.7"))).permits(peer(peer)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "::ffff:203.0.113.7", "2001:db8::1", "fe80::1%eth0"})
    void permitsEveryPeerWhenItListsEveryAddress(String peer) {
        assertThat(new IpAllowList(List.of(EVERY_ADDRESS)).permits(peer(peer))).isTrue();
    }

    /** Only the choice "All IP addresses" means IPv6 too; half of IPv4 and the other half do not add up to it. */
    @Test
    void permitsNoIpv6PeerWhenItListsAllOfIpv4InHalves() {
        assertThat(new IpAllowList(List.of(range("0.0.0.0/1"), range("128.0.0.0/1"))).permits(peer("2001:db8::1")))
                .isFalse();
    }

    @Test
    void isEveryAddressOnlyWithTheChoiceOfAll() {
        assertThat(new IpAllowList(List.of(EVERY_ADDRESS)).isEveryAddress()).isTrue();
        assertThat(new IpAllowList(List.of(OFFICE)).isEveryAddress()).isFalse();
    }

    @Test
    void holdsOneToSixDifferentRangesAndAllOnlyAlone() {
        List<Ipv4Range> tooMany = IntStream.range(0, 7)
                .mapToObj(number -> range("192.0.2." + number))
                .toList();

        assertThatIllegalArgumentException().isThrownBy(() -> new IpAllowList(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAllowList(tooMany));
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAllowList(List.of(OFFICE, OFFICE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAllowList(List.of(OFFICE, EVERY_ADDRESS)));
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<Ipv4Range> source = new ArrayList<>(List.of(OFFICE));
        IpAllowList allowList = new IpAllowList(source);

        source.add(EVERY_ADDRESS);

        assertThat(allowList.ranges()).containsExactly(OFFICE);
    }

    private Optional<IpAllowList> parse(String... entries) {
        return IpAllowList.parse(List.of(entries), problem -> problems.add(problem.place() + " " + problem.message()));
    }

    private static String[] addresses(int count) {
        return IntStream.range(0, count).mapToObj(number -> "192.0.2." + number).toArray(String[]::new);
    }

    private static Ipv4Range range(String text) {
        return Ipv4Range.parse(text, problem -> {}).orElseThrow();
    }

    private static PeerAddress peer(String literal) {
        return PeerAddress.parse(literal).orElseThrow();
    }
}
