package io.apicredentials.keycloak.notice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A mail to one address. */
interface Mail {

    /** The same in every language, and never taken for another time zone. */
    DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The address that it goes to. */
    String address();

    /** The id of the user who gets it, for the language; a user of the realm or of the master realm. */
    Optional<String> user();

    /** The file with the text, for both forms. */
    String template();

    /** The message with the subject; {@link #subjectArguments()} go into it. */
    String subject();

    List<Object> subjectArguments();

    /** What the templates know. */
    Map<String, Object> attributes();

    /** An instant, as it is written in mails. */
    static String utc(Instant instant) {
        return UTC.format(instant);
    }
}
