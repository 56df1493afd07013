package io.apicredentials.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @ParameterizedTest
    @CsvSource({
        "P7D, P7D",
        "PT24H, P1D",
        "PT36H, PT36H",
        "P1DT12H, PT36H",
        "PT0S, PT0S",
        "P0D, PT0S",
        "P30D, P30D",
        "PT90M, PT1H30M"
    })
    void readsDaysAndHours(String text, String written) {
        assertThat(Span.parse(text, Duration.ZERO, MONTH)).map(Span::format).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "P7DT",
                "-P7D",
                "P-7D",
                "PT-1H",
                "P31D",
                "P30DT1S",
                "P1W",
                "P1.5W",
                "P0.5D",
                "PT1.5S",
                "P1M",
                "P1Y",
                "p7d",
                " P7D",
                "7 days",
                "604800",
                "P99999D",
                "PT99999999999S"
            })
    void refusesAnythingElse(String text) {
        assertThat(Span.parse(text, Duration.ZERO, MONTH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT5M, true", "PT4M59S, false", "P7D, true", "P7DT1S, false"})
    void keepsToTheLimits(String text, boolean accepted) {
        assertThat(Span.parse(text, Duration.ofMinutes(5), Duration.ofDays(7)).isPresent())
                .isEqualTo(accepted);
    }
}
