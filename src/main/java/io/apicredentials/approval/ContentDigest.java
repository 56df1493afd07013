package io.apicredentials.approval;

import io.apicredentials.digest.CanonicalJson;
import io.apicredentials.digest.Sha256;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody approves, as the SHA-256 of its canonical JSON (RFC 8785): another content has another digest.
 *
 * @param text such as {@code sha256:9f86d0…}, with 64 hexadecimal digits in small letters
 */
public record ContentDigest(String text) {

    public ContentDigest {
        if (!Sha256.isDigest(text)) {
            throw new IllegalArgumentException("no digest: " + text);
        }
    }

    /**
     * That of a change.
     *
     * @param subject the id of the credential, or of the realm for its settings
     * @param proposed what it is to become, as texts, whole numbers, truth values, lists and maps
     * @param base what it is when the change is asked for
     */
    public static ContentDigest of(Operation operation, String subject, Map<String, ?> proposed, Map<String, ?> base) {
        String json = CanonicalJson.of(
                Map.of("operation", operation.word(), "subject", subject, "proposed", proposed, "base", base));
        return new ContentDigest(Sha256.of(json).text());
    }

    /** Reads a digest; empty for anything else. */
    public static Optional<ContentDigest> parse(String text) {
        return Optional.of(text).filter(Sha256::isDigest).map(ContentDigest::new);
    }
}
