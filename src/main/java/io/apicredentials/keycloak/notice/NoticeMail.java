package io.apicredentials.keycloak.notice;

import io.apicredentials.notice.Notice;
import io.apicredentials.notice.NoticeKind;
import java.time.Instant;
import java.util.List;
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
        Optional<Instant> end)
        implements Mail {

    private static final String PREFIX = "apiCredentialNotice.";
    private static final String TEXT = ".text";

    NoticeKind kind() {
        return notice.kind();
    }

    @Override
    public String address() {
        return contact;
    }

    @Override
    public String template() {
        return "api-credential-notice.ftl";
    }

    @Override
    public String subject() {
        return PREFIX + text() + ".subject";
    }

    @Override
    public List<Object> subjectArguments() {
        return List.of(name, instant());
    }

    @Override
    public Map<String, Object> attributes() {
        return Map.of(
                "sentences", sentences(),
                "credentialName", name,
                "clientId", clientId,
                "instant", instant(),
                "end", end.map(Mail::utc).orElse(""));
    }

    private String instant() {
        return Mail.utc(notice.about());
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
