package io.apicredentials.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2027-01-31T12:00:00Z, 2027-01-31T12:00:00Z",
        "2027-01-31T13:00:00+01:00, 2027-01-31T12:00:00Z",
        "2027-01-31T12:00:00.999Z, 2027-01-31T12:00:00Z",
        "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59Z"
    })
    void isAnInstantInWholeSeconds(String text, Instant instant) {
        assertThat(Expiry.parse(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2027-01-31", "2027-01-31T12:00:00", "+10000-01-01T00:00:00Z"})
    void isNothingElse(String text) {
        assertThat(Expiry.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "true, 2026-03-01T12:00:01Z, ENABLED",
        "true, 2026-03-01T12:00:00Z, EXPIRED",
        "true, 2026-03-01T11:59:59Z, EXPIRED",
        "true, , ENABLED",
        "false, 2026-03-01T11:59:59Z, DISABLED",
        "false, , DISABLED"
    })
    void decidesWithTheStateOnTheStatus(boolean enabled, @Nullable Instant end, CredentialStatus status) {
        assertThat(CredentialStatus.of(CredentialState.of(enabled, true), Optional.ofNullable(end), NOW))
                .isEqualTo(status);
        assertThat(status.word()).isEqualToIgnoringCase(status.name()).isLowerCase();
    }
}
