package io.apicredentials.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAllowListCoverTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/24, 10.0.0.0/24, true",
        "10.0.0.0/24, 10.0.0.128/25, true",
        "10.0.0.0/24, 10.0.0.0/23, false",
        "10.0.0.0/24, 10.0.1.0, false",
        "10.0.0.0/25 10.0.0.128/25, 10.0.0.0/24, true",
        "10.0.0.0/25 10.0.0.128/26, 10.0.0.0/24, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/1 128.0.0.0/1, 0.0.0.0/0, true"
    })
    void coversARangeOnlyAsAWhole(String list, String range, boolean covered) {
        IpAllowList allowed =
                IpAllowList.parse(List.of(list.split(" ")), problem -> {}).orElseThrow();

        assertThat(allowed.covers(Ipv4Range.parse(range, problem -> {}).orElseThrow()))
                .isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, 10.0.0.1",
        "10.0.0.0, 10.0.0.1, 10.0.0.0/31",
        "10.0.0.1, 10.0.0.2, 10.0.0.0/30",
        "10.0.0.7, 10.0.1.1, 10.0.0.0/23",
        "127.255.255.255, 128.0.0.0, 0.0.0.0/0"
    })
    void theRangeAroundTwoAddressesIsTheSmallest(String one, String other, String range) {
        assertThat(Ipv4Range.spanning(
                        Ipv4Address.parse(one).orElseThrow(),
                        Ipv4Address.parse(other).orElseThrow()))
                .hasToString(range);
    }
}
