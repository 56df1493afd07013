package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv4AddressTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0x00000000",
        "203.0.113.7, 0xcb007107",
        "127.255.255.255, 0x7fffffff",
        "128.0.0.0, 0x80000000",
        "255.255.255.255, 0xffffffff"
    })
    void isItsFourNumbersInNetworkOrder(String text, String hexadecimal) {
        int bits = (int) (long) Long.decode(hexadecimal);

        assertThat(Ipv4Address.parse(text)).contains(new Ipv4Address(bits));
        assertThat(new Ipv4Address(bits)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "...",
                "1",
                "1.2",
                "1.2.3",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "1.2.3.4.",
                ".1.2.3.4",
                "1.2.3.4.5",
                "1.2.3.4/32",
                "-1.2.3.4",
                "+1.2.3.4",
                "1,2,3,4"
            })
    void isFourNumbersWithDotsBetweenThem(String text) {
        assertThat(Ipv4Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.1", "1.2.3.256", "1.2.3.999", "1.2.3.1000", "1.2.3.4294967296"})
    void hasNoNumberAbove255(String text) {
        assertThat(Ipv4Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01.2.3.4", "1.2.3.00", "1.2.3.000", "010.0.0.1", "1.2.3.0004"})
    void hasNoLeadingZeros(String text) {
        assertThat(Ipv4Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x7f.0.0.1", "0x7f000001", "2130706433", "0177.0.0.1", "127.1", "1.2.3.a"})
    void hasNoneOfTheFormsThatOtherReadersTake(String text) {
        assertThat(Ipv4Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 1.2.3.4", "1.2.3.4 ", "1. 2.3.4", "1.2.3.4\n", "1.2.3.4\u0000", "1.2.3.4\u00a0"})
    void hasNoWhiteSpace(String text) {
        assertThat(Ipv4Address.parse(text)).isEmpty();
    }

    /** {@link Character#isDigit(char)} accepts these, and so do readers built on it. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0661.2.3.4", "\uff11.2.3.4", "1.2.3.\u0967"})
    void hasNoDigitsOfOtherScripts(String text) {
        assertThat(Ipv4Address.parse(text)).isEmpty();
    }

    @Test
    void equalsAnAddressWithTheSameBits() {
        assertThat(Ipv4Address.parse("203.0.113.7")).isEqualTo(Ipv4Address.parse("203.0.113.7"));
    }
}
