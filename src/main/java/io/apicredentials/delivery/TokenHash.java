package io.apicredentials.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** What is stored of the token of a link: its SHA-256, which needs no salt over 256 random bits. */
public final class TokenHash {

    private static final int DIGEST_BYTES = 32;

    private final byte[] digest;

    private TokenHash(byte[] digest) {
        this.digest = digest;
    }

    public static TokenHash of(DeliveryToken token) {
        try {
            byte[] text = token.reveal().getBytes(StandardCharsets.US_ASCII);
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** Reads {@link #encoded()}; empty for anything else. */
    static Optional<TokenHash> parse(String stored) {
        try {
            return Optional.of(new TokenHash(Base64.getUrlDecoder().decode(stored)))
                    .filter(hash -> hash.digest.length == DIGEST_BYTES)
                    .filter(hash -> hash.encoded().equals(stored));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Compares in constant time. */
    boolean isOf(DeliveryToken presented) {
        return MessageDigest.isEqual(digest, of(presented).digest);
    }

    /** The stored form: base64url without padding. */
    String encoded() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** A mask: the hash is no secret, but it has no business in a log either. */
    @Override
    public String toString() {
        return "***";
    }
}
