package io.apicredentials.network;

import static io.apicredentials.network.ForwardedHeader.FORWARDED;
import static io.apicredentials.network.ForwardedHeader.X_FORWARDED_FOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The callers of our proxies write 198.51.100.1, which some allow-list has; the proxies saw 203.0.113.7. */
class ForwardedHeaderTest {

    private static final String PARTNER = "203.0.113.7";
    private static final Optional<PeerAddress> PARTNER_ADDRESS = PeerAddress.parse(PARTNER);

    @Test
    void areTheHeadersOfThoseNames() {
        assertThat(X_FORWARDED_FOR.headerName()).isEqualTo("X-Forwarded-For");
        assertThat(FORWARDED.headerName()).isEqualTo("Forwarded");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 203.0.113.7",
                "1 | 198.51.100.1, 203.0.113.7",
                "1 | 198.51.100.1,203.0.113.7",
                "2 | 198.51.100.1, 203.0.113.7, 10.0.0.1",
                "2 | 203.0.113.7, 10.0.0.1",
                "3 | 203.0.113.7, 10.0.0.2, 10.0.0.1",
                "1 | 198.51.100.1,\t203.0.113.7\t",
                "1 | unknown, _hidden, 203.0.113.7",
                "1 | , , 203.0.113.7",
                "1 | \", 203.0.113.7"
            })
    void takesTheNthAddressFromTheRight(int trustedProxies, String chain) {
        assertThat(X_FORWARDED_FOR.addressBefore(trustedProxies, List.of(chain)))
                .isEqualTo(PARTNER_ADDRESS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | for=203.0.113.7",
                "1 | For=203.0.113.7",
                "1 | for=\"203.0.113.7\"",
                "1 | for=198.51.100.1, for=203.0.113.7",
                "1 | for=198.51.100.1,for=203.0.113.7",
                "2 | for=198.51.100.1, for=203.0.113.7;proto=https, for=10.0.0.1;by=10.0.0.9",
                "1 | by=10.0.0.9;for=203.0.113.7;host=api.example.com;proto=https",
                "1 | by=10.0.0.9; for=203.0.113.7 ;proto=https",
                "1 | for=203.0.113.7;",
                "1 | ;for=203.0.113.7",
                "1 | for=unknown, for=203.0.113.7",
                "1 | , ,for=203.0.113.7"
            })
    void takesTheForParameterOfTheNthElementFromTheRight(int trustedProxies, String chain) {
        assertThat(FORWARDED.addressBefore(trustedProxies, List.of(chain))).isEqualTo(PARTNER_ADDRESS);
    }

    @Test
    void readsSeveralLinesAsOne() {
        List<String> xForwarded = List.of("198.51.100.1", "198.51.100.2, 203.0.113.7", "10.0.0.1");
        List<String> forwarded = List.of("for=198.51.100.1", "for=203.0.113.7", "for=10.0.0.1");

        assertThat(X_FORWARDED_FOR.addressBefore(2, xForwarded)).isEqualTo(PARTNER_ADDRESS);
        assertThat(FORWARDED.addressBefore(2, forwarded)).isEqualTo(PARTNER_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7:443", "203.0.113.7:1", "::ffff:203.0.113.7", "[::ffff:203.0.113.7]:443"})
    void readsAddressesWithPortsAndMappedAddresses(String node) {
        assertThat(X_FORWARDED_FOR.addressBefore(1, List.of(node))).isEqualTo(PARTNER_ADDRESS);
        assertThat(FORWARDED.addressBefore(1, List.of("for=\"" + node + "\""))).isEqualTo(PARTNER_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "[2001:db8::1]", "[2001:db8::1]:443", "[2001:DB8::1]:1", "fe80::1%eth0"})
    void readsIpv6Addresses(String node) {
        assertThat(X_FORWARDED_FOR.addressBefore(1, List.of(node))).containsInstanceOf(PeerAddress.V6.class);
        assertThat(FORWARDED.addressBefore(1, List.of("for=\"" + node + "\"")))
                .containsInstanceOf(PeerAddress.V6.class);
    }

    /** RFC 7239 wants quotation marks around colons, which not every proxy knows. */
    @Test
    void readsAColonWithoutQuotationMarks() {
        assertThat(FORWARDED.addressBefore(1, List.of("for=203.0.113.7:443"))).isEqualTo(PARTNER_ADDRESS);
        assertThat(FORWARDED.addressBefore(1, List.of("for=[2001:db8::1]:443")))
                .containsInstanceOf(PeerAddress.V6.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "_hidden",
                "_203.0.113.7",
                "",
                "localhost",
                "api.example.com",
                "203.0.113.7:",
                "203.0.113.7:123456",
                "203.0.113.7:http",
                "203.0.113.7:_obfuscated",
                "203.0.113:443",
                "203.0.113.007",
                "203.0.113.7/32",
                "203.0.113.7 198.51.100.1",
                "[203.0.113.7]",
                "[2001:db8::1",
                "2001:db8::1]",
                "[2001:db8::1]:",
                "[2001:db8::1]443",
                "[2001:db8::1]:123456",
                "[[2001:db8::1]]",
                "for=203.0.113.7",
                "'203.0.113.7'"
            })
    void knowsNoAddressWhereTheElementHasNone(String node) {
        assertThat(X_FORWARDED_FOR.addressBefore(1, List.of("198.51.100.1, " + node)))
                .isEmpty();
        assertThat(FORWARDED.addressBefore(1, List.of("for=198.51.100.1, for=\"" + node + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 99})
    void knowsNoAddressBeforeAChainThatIsTooShort(int trustedProxies) {
        assertThat(X_FORWARDED_FOR.addressBefore(trustedProxies, List.of(PARTNER)))
                .isEmpty();
        assertThat(FORWARDED.addressBefore(trustedProxies, List.of("for=" + PARTNER)))
                .isEmpty();
    }

    @Test
    void knowsNoAddressWithoutTheHeader() {
        assertThat(X_FORWARDED_FOR.addressBefore(1, List.of())).isEmpty();
        assertThat(FORWARDED.addressBefore(1, List.of())).isEmpty();
    }

    @Test
    void countsAnEmptyElementAsOneWithoutAnAddress() {
        assertThat(X_FORWARDED_FOR.addressBefore(1, List.of(PARTNER + ","))).isEmpty();
        assertThat(X_FORWARDED_FOR.addressBefore(2, List.of(PARTNER + ","))).isEqualTo(PARTNER_ADDRESS);
        assertThat(FORWARDED.addressBefore(1, List.of("for=" + PARTNER + ","))).isEmpty();
        assertThat(FORWARDED.addressBefore(2, List.of("for=" + PARTNER + ",", "")))
                .isEmpty();
        assertThat(FORWARDED.addressBefore(2, List.of("for=" + PARTNER, ""))).isEqualTo(PARTNER_ADDRESS);
    }

    @Test
    void readsNoChainThatIsLongerThan4096Characters() {
        String suffix = ", " + PARTNER;
        String longest = "x".repeat(4096 - suffix.length()) + suffix;
        String[] halves = {"x".repeat(2048), "x".repeat(2048) + suffix};

        assertThat(X_FORWARDED_FOR.addressBefore(1, List.of(longest))).isEqualTo(PARTNER_ADDRESS);
        assertThat(X_FORWARDED_FOR.addressBefore(1, List.of("x" + longest))).isEmpty();
        assertThat(X_FORWARDED_FOR.addressBefore(1, Arrays.asList(halves))).isEmpty();
        assertThat(FORWARDED.addressBefore(1, List.of("for=x,".repeat(1000) + "for=" + PARTNER)))
                .isEmpty();
    }

    /** A caller opens a quotation, so that what the proxies append would be inside of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=198.51.100.1;x=\"",
                "for=198.51.100.1;x=\"a",
                "for=198.51.100.1\"",
                "for=\"198.51.100.1",
                "\"for=198.51.100.1",
                "for=198.51.100.1;x=\"\\\"\"",
                "for=198.51.100.1;x=\"\\",
                "for=198.51.100.1;x=\"a\"b\"",
                "for=198.51.100.1;x=\"\"\""
            })
    void believesNoChainWithAQuotationThatSwallowsWhatTheProxiesAppend(String forged) {
        List<String> appended = List.of("for=203.0.113.7", "for=\"203.0.113.7\"", "for=203.0.113.7;host=\"a\"");

        for (String element : appended) {
            assertThat(FORWARDED.addressBefore(1, List.of(forged + ", " + element)))
                    .as(element)
                    .isEmpty();
            assertThat(FORWARDED.addressBefore(1, List.of(forged, element)))
                    .as(element)
                    .isEmpty();
        }
    }

    /** A proxy repeats the Host header, which the caller writes, and quotes it as RFC 9110 5.6.4 says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "host=\"x;for=198.51.100.1;y\";for=203.0.113.7",
                "host=\"x, for=198.51.100.1, y\";for=203.0.113.7",
                "host=\"for=198.51.100.1\";for=203.0.113.7",
                "for=203.0.113.7;host=\"x;for=198.51.100.1;y\""
            })
    void readsNothingInsideAQuotation(String element) {
        assertThat(FORWARDED.addressBefore(1, List.of(element))).isEqualTo(PARTNER_ADDRESS);
    }

    @Test
    void believesNoEscapedQuotationMark() {
        String forged = "for=198.51.100.1;x=\"";
        String appended = "for=203.0.113.7;host=\"x\\\"\"";

        assertThat(FORWARDED.addressBefore(1, List.of(appended))).isEmpty();
        assertThat(FORWARDED.addressBefore(1, List.of(forged, appended))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for=203.0.113.7;for=198.51.100.1",
                "for=198.51.100.1;For=203.0.113.7",
                "for =203.0.113.7",
                "for= 203.0.113.7",
                "for=203.0.113.7 proto=https",
                "for=203.0.113.7;proto",
                "for",
                "=203.0.113.7",
                "203.0.113.7",
                "xfor=203.0.113.7",
                "proto=https",
                "for=\"203.0.113.7\"443",
                "for=203.0.113.7;proto=ht\u0000tps",
                "for=203.0.113.7;proto=\u00e4",
                "for=\"203.0.113.7\";x"
            })
    void knowsNoAddressOfAnElementThatIsNotWellFormed(String element) {
        assertThat(FORWARDED.addressBefore(1, List.of(element))).isEmpty();
    }
}
