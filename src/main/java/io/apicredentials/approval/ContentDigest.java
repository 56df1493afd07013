package io.apicredentials.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody approves, as the SHA-256 of its canonical JSON (RFC 8785): another content has another digest.
 *
 * @param text such as {@code sha256:9f86d0…}, with 64 hexadecimal digits in small letters
 */
public record ContentDigest(String text) {

    private static final Pattern TEXT = Pattern.compile("sha256:[0-9a-f]{64}");

    public ContentDigest {
        if (!TEXT.matcher(text).matches()) {
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
        return new ContentDigest("sha256:" + HexFormat.of().formatHex(sha256(json)));
    }

    /** Reads a digest; empty for anything else. */
    public static Optional<ContentDigest> parse(String text) {
        return Optional.of(text).filter(given -> TEXT.matcher(given).matches()).map(ContentDigest::new);
    }

    private static byte[] sha256(String json) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
