package io.apicredentials.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 as a text.
 *
 * @param text such as {@code sha256:9f86d0…}, with 64 hexadecimal digits in small letters
 */
public record Sha256(String text) {

    private static final Pattern TEXT = Pattern.compile("sha256:[0-9a-f]{64}");

    public Sha256 {
        if (!isDigest(text)) {
            throw new IllegalArgumentException("no digest: " + text);
        }
    }

    /** Whether a text is written as one. */
    public static boolean isDigest(String text) {
        return TEXT.matcher(text).matches();
    }

    /** That of a text, in UTF-8. */
    public static Sha256 of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Sha256("sha256:" + HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
