package io.apicredentials.credential;

import io.apicredentials.time.StoredInstant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The instant from which on a credential cannot be used any more. */
public final class Expiry {

    private Expiry() {}

    /** Whether an end has come; none never has. */
    public static boolean isOver(Optional<Instant> end, Instant at) {
        return end.map(instant -> !at.isBefore(instant)).orElse(false);
    }

    /**
     * Reads an instant with whatever offset (ISO 8601, such as {@code 2027-01-31T13:00:00+01:00}), in whole seconds as the
     * tokens count them: of a part of a second nothing is left, so that no token is valid longer.
     *
     * @return empty for anything else, and for what is later than the year 9999
     */
    public static Optional<Instant> parse(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return Optional.of(instant).filter(StoredInstant::canBe);
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }
}
