package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {

    private static final PeerAddress PARTNER =
            new PeerAddress.V4(Ipv4Address.parse("203.0.113.7").orElseThrow());

    @Test
    void readsAnIpv4Address() {
        assertThat(PeerAddress.parse("203.0.113.7")).contains(PARTNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::ffff:203.0.113.7",
                "::FFFF:203.0.113.7",
                "::ffff:cb00:7107",
                "0:0:0:0:0:ffff:203.0.113.7",
                "0000:0000:0000:0000:0000:ffff:cb00:7107",
                "::ffff:203.0.113.7%eth0"
            })
    void readsAnIpv4MappedAddressAsTheIpv4AddressItIs(String literal) {
        assertThat(PeerAddress.parse(literal)).contains(PARTNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "2001:db8::1",
                "2001:DB8:0:0:0:0:0:1",
                "fe80::1",
                "::203.0.113.7",
                "::ffff:0:203.0.113.7",
                "64:ff9b::203.0.113.7"
            })
    void readsAnyOtherIpv6Address(String literal) {
        assertThat(PeerAddress.parse(literal)).containsInstanceOf(PeerAddress.V6.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%eth0", "fe80::1%2", "fe80::1%", "fe80::1%no-such-interface"})
    void ignoresTheZoneOfAnIpv6Address(String literal) {
        assertThat(PeerAddress.parse(literal)).containsInstanceOf(PeerAddress.V6.class);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8::1, 2001:db8::1",
        "fe80::1%eth0, fe80::1"
    })
    void saysTheAddressItself(String literal, String text) {
        assertThat(PeerAddress.parse(literal)).map(PeerAddress::text).contains(text);
    }

    @Test
    void hasNoAddressWhenTheServerKnowsNone() {
        assertThat(PeerAddress.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                ":::",
                "1:2",
                "12345::1",
                "00001::1",
                "::00000ffff:203.0.113.7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "g::1",
                "::1 ",
                "[::1]",
                "::1]:443",
                "203.0.113.7:443",
                "203.0.113.7%eth0",
                "203.0.113.7 ",
                "203.0.113.7, 192.0.2.1",
                "203.0.113",
                "0xcb.0.113.7",
                "::ffff:203.0.113",
                "::ffff:203.0.113.256",
                "::ffff:203.0.113.007",
                "::ffff:010.0.0.1",
                "64:ff9b::010.0.0.1",
                "\u0661::1",
                "unknown",
                "_hidden"
            })
    void readsNothingElse(String text) {
        assertThat(PeerAddress.parse(text)).isEmpty();
    }

    /** Some of these are also hexadecimal; the first has an address on every machine. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "cafe", "api.example.com", "dead.beef"})
    void readsNoHostName(String name) {
        assertThat(PeerAddress.parse(name)).isEmpty();
    }

    @Test
    void isWrittenForPeople() {
        assertThat(PARTNER).hasToString("203.0.113.7");
        assertThat(new PeerAddress.V6("2001:db8::1")).hasToString("IPv6");
    }
}
