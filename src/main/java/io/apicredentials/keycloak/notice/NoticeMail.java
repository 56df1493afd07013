package io.apicredentials.keycloak.notice;

import io.apicredentials.notice.Notice;
import io.apicredentials.notice.NoticeKind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail to the owner of a credential.
 *
 * @param contact the address that it goes to
 * @param user the id of the user who is the owner, for the language
 * @param end what the kind of notice has as a second instant, such as the one at which an unused credential is disabled
 */
record NoticeMail(
        Notice notice,
        String credentialId,
        String clientId,
        String name,
        String contact,
        Optional<String> user,
        Optional<Instant> end) {

    private static final String PREFIX = "apiCredentialNotice.";
    private static final String TEXT = ".text";

    /** The same in every language, and never taken for another time zone. */
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    NoticeKind kind() {
        return notice.kind();
    }

    /** The message with the subject; {@link #subjectArguments()} go into it. */
    String subject() {
        return PREFIX + text() + ".subject";
    }

    List<Object> subjectArguments() {
        return List.of(name, instant());
    }

    /** What the templates know. */
    Map<String, Object> attributes() {
        return Map.of(
                "sentences", sentences(),
                "credentialName", name,
                "clientId", clientId,
                "instant", instant(),
                "end", end.map(UTC::format).orElse(""));
    }

    private String instant() {
        return UTC.format(notice.about());
    }

    /** The messages that follow each other in the text. */
    List<String> sentences() {
        String sentence = PREFIX + text() + TEXT;
        return switch (kind()) {
            case ROTATED -> List.of(sentence, PREFIX + (end.isPresent() ? "rotated.overlap" : "rotated.ended"));
            case ROTATION_DUE -> List.of(PREFIX + "rotationDue." + (isKnown() ? "made" : "unknown"), sentence);
            default -> List.of(sentence);
        };
    }

    private boolean isKnown() {
        return !notice.about().equals(Notice.UNKNOWN);
    }

    private String text() {
        return switch (kind()) {
            case EXPIRES_IN_30_DAYS, EXPIRES_IN_7_DAYS, EXPIRES_IN_1_DAY -> "expires";
            case EXPIRED -> "expired";
            case ROTATED -> "rotated";
            case ROTATION_DUE -> "rotationDue";
            case UNUSED -> "unused";
            case DISABLED_AS_UNUSED -> "disabledAsUnused";
        };
    }
}
