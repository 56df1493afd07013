package io.apicredentials.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads an instant that the server has stored, in ISO 8601 and UTC. */
public final class StoredInstant {

    /** The last year of RFC 3339; what is later was not noted by us, and could not be counted on from. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private StoredInstant() {}

    /** Empty for anything else, and for what is too late to be counted on from. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.parse(text)).filter(instant -> !instant.isAfter(END_OF_TIME));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
