package io.apicredentials.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.network.IpAllowList;
import io.apicredentials.suggestion.Uncovered.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NarrowingTest {

    @Test
    void saysWhatTheListDoesNotCoverAndWhy() {
        List<RecordedAddress> recorded = List.of(
                new RecordedAddress("10.0.0.1", 10),
                new RecordedAddress("10.0.0.200", 2),
                new RecordedAddress("10.9.0.1", 4),
                new RecordedAddress("2001:db8::1", 1),
                new RecordedAddress("2001:db8::2", 1),
                new RecordedAddress("unknown", 5),
                new RecordedAddress("others", 3));

        Narrowing narrowing = Narrowing.of(recorded, 20, list("10.0.0.0/24"), range -> range.prefixLength() >= 25);

        assertThat(narrowing.list().entries())
                .extracting(entry -> entry.range().toString())
                .containsExactly("10.0.0.1", "10.0.0.200");
        assertThat(narrowing.uncovered())
                .containsExactly(
                        new Uncovered(Reason.IPV6, 2, 2),
                        new Uncovered(Reason.UNKNOWN, 0, 5),
                        new Uncovered(Reason.OTHERS, 0, 23),
                        new Uncovered(Reason.NOT_LISTED, 1, 4));
    }

    @Test
    void namesTheUsesForWhichTheRealmLeavesNoRoom() {
        List<RecordedAddress> recorded = Stream.of("1", "9", "17", "33", "65", "129", "200")
                .map(last -> new RecordedAddress("10.0.0." + last, Long.parseLong(last)))
                .toList();

        Narrowing narrowing = Narrowing.of(recorded, 0, list("10.0.0.0/24"), range -> range.prefixLength() == 32);

        assertThat(narrowing.list().entries()).hasSize(6);
        assertThat(narrowing.uncovered()).containsExactly(new Uncovered(Reason.BEYOND_LIST, 1, 1));
    }

    /** An IPv4-mapped address is judged as the IPv4 address that it is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.0.0.0/0 | 203.0.113.7 | true",
                "203.0.113.7 | 203.0.113.7 | false",
                "203.0.113.6/31 | 203.0.113.7 203.0.113.6 | false",
                // Narrower only by an entry more than the list may have is not narrower.
                "10.0.0.0/28 | 10.0.0.0 10.0.0.3 10.0.0.5 10.0.0.7 10.0.0.9 10.0.0.11 10.0.0.13 10.0.0.15 | true",
                "203.0.113.6 203.0.113.7 | 203.0.113.7 203.0.113.6 | false",
                "203.0.113.7 | 198.51.100.1 | false"
            })
    void isNarrowerOnlyWithFewerAddressesThanThePresentList(String present, String seen, boolean narrower) {
        List<RecordedAddress> recorded = Stream.of(seen.split(" "))
                .map(one -> new RecordedAddress(one, 1))
                .toList();

        Narrowing narrowing = Narrowing.of(recorded, 0, list(present), range -> true);

        assertThat(narrowing.isNarrower()).isEqualTo(narrower);
        assertThat(narrowing.list().entries()).allMatch(entry -> list(present).covers(entry.range()));
    }

    private static IpAllowList list(String entries) {
        return IpAllowList.parse(List.of(entries.split(" ")), problem -> {
                    throw new AssertionError(problem.message());
                })
                .orElseThrow();
    }
}
