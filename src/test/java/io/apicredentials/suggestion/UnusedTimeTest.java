package io.apicredentials.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnusedTimeTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    /** Each time is so many days ago. */
    @ParameterizedTest
    @CsvSource({
        "100, 40, 200, 40",
        "100,   , 200, 100",
        "100,   ,  10, 10",
        "100,   ,    , 100",
        // Nobody counted for some time after the last use.
        "  5, 40, 200, 5",
        "  0, 40, 200, 0",
        // By a clock that is behind.
        "100, -1, 200, 0"
    })
    void isSinceTheLastMomentAtWhichItMayHaveBeenUsed(
            @Nullable Integer counted, @Nullable Integer used, @Nullable Integer created, long days) {
        assertThat(UnusedTime.days(ago(counted), ago(used), ago(created), NOW)).hasValue(days);
    }

    @Test
    void isNotKnownWhenNobodyKnowsWhetherUsesWereCounted() {
        assertThat(UnusedTime.days(Optional.empty(), ago(40), ago(200), NOW)).isEmpty();
    }

    @Test
    void isInWholeDays() {
        Optional<Instant> almostTwo = Optional.of(NOW.minus(Duration.ofHours(47)));

        assertThat(UnusedTime.days(ago(100), almostTwo, ago(200), NOW)).hasValue(1L);
    }

    private static Optional<Instant> ago(@Nullable Integer days) {
        return Optional.ofNullable(days).map(Duration::ofDays).map(NOW::minus);
    }
}
