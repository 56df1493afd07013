package io.apicredentials.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageCountsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T17:30:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Outcome REFUSED = Outcome.refused("address_not_allowed");

    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    private final UsageCounts counts = new UsageCounts(new UsageCounts.Bounds(4, 3, 20, 10));

    @Test
    void countsTheUsesOfAKeyAndKnowsTheLast() {
        counts.add(accepted("a", "203.0.113.7"), NOW.plusMillis(5));
        counts.add(accepted("a", "203.0.113.7"), NOW);
        counts.add(accepted("a", "203.0.113.8"), NOW);

        assertThat(counts.drain(NOW))
                .containsExactly(
                        new UsageCount(accepted("a", "203.0.113.7"), 2, NOW.plusMillis(5)),
                        new UsageCount(accepted("a", "203.0.113.8"), 1, NOW));
    }

    @Test
    void givesEachUseOutOnce() {
        counts.add(accepted("a", "203.0.113.7"), NOW);
        assertThat(counts.drain(NOW)).hasSize(1);

        assertThat(counts.drain(NOW)).isEmpty();
        assertThat(counts.drain(NOW.plus(HOUR))).isEmpty();
    }

    @Test
    void givesOutWhatWasPutBackTogetherWithWhatWasAddedMeanwhile() {
        counts.add(accepted("a", "203.0.113.7"), NOW.plusMillis(2));
        List<UsageCount> failed = counts.drain(NOW);
        counts.add(accepted("a", "203.0.113.7"), NOW.plusMillis(1));
        counts.putBack(failed);

        assertThat(counts.drain(NOW))
                .containsExactly(new UsageCount(accepted("a", "203.0.113.7"), 2, NOW.plusMillis(2)));
    }

    @Test
    void countsAddressesBeyondTheBoundAsOthers() {
        IntStream.range(0, 9).forEach(last -> counts.add(accepted("a", "203.0.113." + last), NOW));
        counts.add(accepted("b", "203.0.113.8"), NOW);

        assertThat(counts.drain(NOW))
                .extracting(
                        count -> count.key().credential() + " " + count.key().address() + " " + count.uses())
                .containsExactly(
                        "a 203.0.113.0 1",
                        "a 203.0.113.1 1",
                        "a 203.0.113.2 1",
                        "a 203.0.113.3 1",
                        "a others 5",
                        "b 203.0.113.8 1");
    }

    /** Otherwise there would be new ones each time that the counts are taken out. */
    @Test
    void theBoundOfAddressesIsThatOfAnHour() {
        IntStream.range(0, 9).forEach(last -> {
            counts.add(refused("a", "203.0.113." + last), NOW);
            counts.drain(NOW);
        });

        counts.add(refused("a", "203.0.113.0"), NOW);
        counts.add(refused("a", "203.0.113.8"), NOW);
        counts.add(new UsageKey("a", REFUSED, UsageKey.hour(NOW) + 1, UsageKey.NONE, "203.0.113.8"), NOW);
        assertThat(addresses(counts.drain(NOW.plus(HOUR)))).containsExactly("203.0.113.0", "others", "203.0.113.8");
    }

    @Test
    void fewerRefusedAddressesAreCountedEachForItself() {
        IntStream.range(0, 9).forEach(last -> counts.add(refused("a", "203.0.113." + last), NOW));

        assertThat(addresses(counts.drain(NOW))).containsExactly("203.0.113.0", "203.0.113.1", "203.0.113.2", "others");
    }

    @Test
    void refusedAddressesTakeNoRoomFromAcceptedOnes() {
        IntStream.range(0, 1000).forEach(one -> counts.add(refused("c" + one, "203.0.113." + one), NOW));

        counts.add(accepted("a", "198.51.100.1"), NOW);

        assertThat(counts.drain(NOW)).contains(new UsageCount(accepted("a", "198.51.100.1"), 1, NOW));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFloodOfAMillionAddressesStaysWithinTheBoundsAndIsCounted(boolean isAccepted) {
        long drained = 0;
        for (int number = 0; number < 1_000_000; number++) {
            String address = (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255) + ".1";
            String credential = "c" + number % 50;
            counts.add(isAccepted ? accepted(credential, address) : refused(credential, address), NOW);
            assertThat(counts.size()).isLessThanOrEqualTo(21);
            if (number % 100_000 == 0) {
                drained += sum(counts.drain(NOW));
            }
        }

        assertThat(drained + sum(counts.drain(NOW))).isEqualTo(1_000_000);
    }

    @Test
    void whatHasNoRoomIsKnownToBeUncounted() {
        IntStream.range(0, 25).forEach(one -> counts.add(accepted("c" + one, "203.0.113.7"), NOW));

        assertThat(counts.drain(NOW))
                .filteredOn(count -> count.key().outcome().equals(Remark.ACCEPTED_UNCOUNTED))
                .extracting(UsageCount::uses)
                .containsExactly(5L);
    }

    /** As where there is no table for hours. */
    @Test
    void whatIsPutBackAgainAndAgainStaysWithinTheBoundsAndIsCounted() {
        for (int hour = 0; hour < 100; hour++) {
            Instant now = NOW.plus(HOUR.multipliedBy(hour));
            counts.add(new UsageKey("a", Outcome.ACCEPTED, UsageKey.hour(now), "s", "203.0.113.7"), now);
            counts.putBack(counts.drain(now));
        }

        List<UsageCount> kept = counts.drain(NOW.plus(HOUR.multipliedBy(100)));
        assertThat(sum(kept)).isEqualTo(100);
        assertThat(kept).filteredOn(count -> count.key().outcome().isAccepted()).hasSize(20);
        assertThat(counts.size()).isZero();
    }

    @Test
    void concurrentUsesAreAllCountedWhileCountsAreTakenOut() {
        List<CompletableFuture<Void>> users = new ArrayList<>();
        for (int user = 0; user < 3; user++) {
            users.add(CompletableFuture.runAsync(
                    () -> IntStream.range(0, 200_000)
                            .forEach(one -> counts.add(
                                    accepted("c" + one % 15, "203.0.113.7"), NOW.plus(HOUR.multipliedBy(one % 2)))),
                    threads));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(users.toArray(CompletableFuture[]::new));
        long drained = 0;
        while (!all.isDone()) {
            // An hour later, so that each count is closed.
            drained += sum(counts.drain(NOW.plus(HOUR)));
        }
        all.join();

        assertThat(drained + sum(counts.drain(NOW))).isEqualTo(600_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Not a code", "accepted", "scope 'x' is unknown", "Ä"})
    void aReasonThatIsNoCodeIsAnotherReason(String reason) {
        assertThat(Outcome.refused(reason).code()).isEqualTo("other");
    }

    private static List<String> addresses(List<UsageCount> counts) {
        return counts.stream().map(count -> count.key().address()).toList();
    }

    private static long sum(List<UsageCount> counts) {
        return counts.stream().mapToLong(UsageCount::uses).sum();
    }

    private static UsageKey accepted(String credential, String address) {
        return new UsageKey(credential, Outcome.ACCEPTED, UsageKey.hour(NOW), "s", address);
    }

    private static UsageKey refused(String credential, String address) {
        return new UsageKey(credential, REFUSED, UsageKey.hour(NOW), UsageKey.NONE, address);
    }
}
