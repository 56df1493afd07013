package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4RangeTest {

    private final List<String> problems = new ArrayList<>();

    @Test
    void readsAnAddressAsARangeOfOne() {
        assertThat(parse("203.0.113.7")).contains(new Ipv4Range(address("203.0.113.7"), 32));
    }

    @Test
    void readsARange() {
        assertThat(parse("198.51.100.0/24")).contains(new Ipv4Range(address("198.51.100.0"), 24));
    }

    @Test
    void reportsNothingWhenNothingIsWrong() {
        assertThat(parse("198.51.100.0/24")).isPresent();
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7/32, 203.0.113.7",
        "198.51.100.0/24, 198.51.100.0/24",
        "0.0.0.0, 0.0.0.0",
        "0.0.0.0/0, 0.0.0.0/0",
        "128.0.0.0/1, 128.0.0.0/1",
        "255.255.255.254/31, 255.255.255.254/31"
    })
    void isWrittenWithoutTheLengthOfASingleAddress(String text, String canonical) {
        assertThat(parse(text)).map(Ipv4Range::toString).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.0/24, 198.51.100.0, true",
        "198.51.100.0/24, 198.51.100.255, true",
        "198.51.100.0/24, 198.51.99.255, false",
        "198.51.100.0/24, 198.51.101.0, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.6, false",
        "203.0.113.7, 203.0.113.8, false",
        "203.0.113.8/31, 203.0.113.9, true",
        "203.0.113.8/31, 203.0.113.10, false",
        "128.0.0.0/1, 255.255.255.255, true",
        "128.0.0.0/1, 127.255.255.255, false",
        "0.0.0.0/1, 127.255.255.255, true",
        "0.0.0.0/0, 0.0.0.0, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0, 0.0.0.1, false"
    })
    void containsTheAddressesThatShareItsPrefix(String range, String address, boolean contained) {
        assertThat(parse(range))
                .map(parsed -> parsed.contains(address(address)))
                .contains(contained);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, true", "0.0.0.0/1, false", "0.0.0.0, false"})
    void isEveryAddressOnlyWithoutAPrefix(String range, boolean every) {
        assertThat(parse(range)).map(Ipv4Range::isEveryAddress).contains(every);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7/24, 198.51.100.0/24, 198.51.100.7",
        "10.0.0.1/8, 10.0.0.0/8, 10.0.0.1",
        "203.0.113.9/31, 203.0.113.8/31, 203.0.113.9",
        "10.0.0.1/0, 0.0.0.0/0, 10.0.0.1"
    })
    void namesTheRangeAndTheAddressThatHostBitsMayMean(String text, String range, String address) {
        assertThat(problemOf(text))
                .isEqualTo("'" + text + "' has bits set behind its prefix; write " + range + " for the range or "
                        + address + " for the single address.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"33", "99", "100", "-1", "+8", "08", "00", "", "8/", "/8", "a", "255.255.255.0", "\u0668"})
    void hasALengthFrom0To32(String length) {
        assertThat(problemOf("203.0.113.7/" + length))
                .isEqualTo(
                        "'203.0.113.7/" + length + "' has no valid prefix length; write a number from 0 to 32 without"
                                + " leading zeros after the slash, such as 203.0.113.0/24.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"010.0.0.1", "1.2.3.04", "1.02.3.0/24", "00.0.0.0/0"})
    void hasNoLeadingZeros(String text) {
        assertThat(problemOf(text))
                .isEqualTo("'" + text + "' has a number with a leading zero; write each number from 0 to 255 without"
                        + " leading zeros.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 1.2.3.4",
                "1.2.3.4 ",
                "1.2.3.4\n",
                "1.2.3. 4",
                "1.2.3.4, 1.2.3.5",
                " ",
                "1.2.3.0/ 24",
                "1.2.3.0/24 ",
                "1.2.3.4\u00a0",
                "\u2007"
            })
    void hasNoWhiteSpace(String text) {
        assertThat(problemOf(text))
                .isEqualTo("'" + text + "' contains white space; write the address or range without it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "2001:db8::/32", "::ffff:203.0.113.7", "fe80::1%eth0", "203.0.113.7:443"})
    void hasNoColonAsIpv6AndPortsDo(String text) {
        assertThat(problemOf(text))
                .isEqualTo(
                        "'" + text + "' contains a colon, as IPv6 addresses and ports do; write an IPv4 address such as"
                                + " 203.0.113.7 or a range such as 198.51.100.0/24.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "api.example.com", "1.2.3", "1.2.3.4.5", "1.2.3.256", "0x7f.0.0.1", "1.2.3.4-9", "*"
            })
    void isNothingElse(String text) {
        assertThat(problemOf(text))
                .isEqualTo("'" + text + "' is not an IPv4 address or range; write four numbers from 0 to 255 such as"
                        + " 203.0.113.7, or a range such as 198.51.100.0/24.");
    }

    @Test
    void isNotMissing() {
        assertThat(problemOf(""))
                .isEqualTo("An IP address is missing; write an IPv4 address such as 203.0.113.7 or a range such as"
                        + " 198.51.100.0/24.");
    }

    @Test
    void repeatsOnlyTheBeginningOfALongText() {
        assertThat(problemOf("x".repeat(65))).startsWith("'" + "x".repeat(64) + "…' is not");
    }

    @Test
    void repeatsAllOfATextThatIsLongerThanAnyAddress() {
        assertThat(problemOf("x".repeat(64))).startsWith("'" + "x".repeat(64) + "' is not");
    }

    @Test
    void repeatsNoHalfOfASurrogatePair() {
        assertThat(problemOf("x".repeat(63) + "\ud83d\ude80\ud83d\ude80"))
                .startsWith("'" + "x".repeat(63) + "\ud83d\ude80…' is not");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 33})
    void holdsNoOtherLength(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ipv4Range(address("0.0.0.0"), length));
    }

    @Test
    void holdsNoHostBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ipv4Range(address("198.51.100.7"), 24));
    }

    private Optional<Ipv4Range> parse(String text) {
        return Ipv4Range.parse(text, problem -> problems.add(problem.message()));
    }

    /** The one problem of a text that is no range. */
    private String problemOf(String text) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static Ipv4Address address(String text) {
        return Ipv4Address.parse(text).orElseThrow();
    }
}
