package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.8, 203.0.113.7, false",
        "203.0.113.7, 203.0.113.0/24, true",
        "203.0.113.0/24, 203.0.113.7, true",
        "203.0.113.0/24, 203.0.114.0/24, false",
        "203.0.112.0/23, 203.0.113.128/25, true",
        "0.0.0.0/0, 192.0.2.1, true",
        "192.0.2.1, 0.0.0.0/0, true",
        "::ffff:192.0.2.1, 192.0.2.1, true",
        "2001:db8::7, 0.0.0.0/0, true",
        "2001:db8::7, 0.0.0.0/1, false"
    })
    void isAdmittedByAListThatHasOneOfItsAddresses(String asked, String listed, boolean isAdmitted) {
        assertThat(asked(asked).isAdmittedBy(list(listed))).isEqualTo(isAdmitted);
    }

    /** By the list itself, address by address, in a network of sixteen. */
    @Test
    void ofARangeAgreesWithTheListAboutEachOfItsAddresses() {
        Random random = new Random(14);
        for (int run = 0; run < 2_000; run++) {
            Ipv4Range range = range(random);
            IpAllowList list = new IpAllowList(List.of(range(random)));
            boolean isAnyAdmitted = false;
            for (int bits = 0; bits < 16; bits++) {
                Ipv4Address address = new Ipv4Address(0x0a000000 | bits);
                isAnyAdmitted |= range.contains(address) && list.permits(new PeerAddress.V4(address));
            }

            assertThat(new AskedAddress.AnyOf(range).isAdmittedBy(list))
                    .as("%s by %s", range, list.entries())
                    .isEqualTo(isAnyAdmitted);
        }
    }

    private static Ipv4Range range(Random random) {
        int prefix = 28 + random.nextInt(5);
        return new Ipv4Range(new Ipv4Address(0x0a000000 | (random.nextInt(16) & (-1 << (32 - prefix)))), prefix);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1/8, ADDRESS_HOST_BITS",
        "'', ADDRESS_MISSING",
        "example.com, ADDRESS_MALFORMED",
        "10.0.0.1:80, ADDRESS_COLON",
        "2001:db8::/32, ADDRESS_COLON"
    })
    void saysWhatIsWrong(String text, AddressProblem expected) {
        List<Problem> problems = new ArrayList<>();

        Optional<AskedAddress> read = AskedAddress.parse(text, problems::add);

        assertThat(read).isEmpty();
        assertThat(problems).extracting(Problem::kind).containsExactly(expected);
    }

    private static AskedAddress asked(String text) {
        return AskedAddress.parse(text, problem -> {}).orElseThrow();
    }

    private static IpAllowList list(String... entries) {
        return IpAllowList.parse(Arrays.asList(entries), problem -> {}).orElseThrow();
    }
}
