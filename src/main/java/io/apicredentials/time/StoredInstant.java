package io.apicredentials.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** An instant as it is stored, in ISO 8601 and UTC. */
public final class StoredInstant {

    /** The last one of RFC 3339; what is later was not noted by us, and could not be counted on from. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private StoredInstant() {}

    /** Reads one; empty for anything else, and for what cannot be stored. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(StoredInstant::canBe);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether an instant can be stored: up to the year 9999. */
    public static boolean canBe(Instant instant) {
        return !instant.isAfter(LAST);
    }
}
