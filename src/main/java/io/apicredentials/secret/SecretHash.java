package io.apicredentials.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What is stored of a client secret: {@code v1$salt$digest}, where digest is SHA-256 over salt and secret and both are
 * base64url without padding.
 *
 * <p>A fast hash is right here: it protects 256 random bits, which no amount of hashing speed can search, while a slow
 * one would let anybody burn the server's CPU at an endpoint that needs no authentication.
 */
public final class SecretHash {

    /** The number of random bytes in a salt. */
    public static final int SALT_BYTES = 16;

    private static final String VERSION = "v1";
    private static final int DIGEST_BYTES = 32;
    private static final int ID_BYTES = 6;

    private final byte[] salt;
    private final byte[] digest;

    private SecretHash(byte[] salt, byte[] digest) {
        this.salt = salt;
        this.digest = digest;
    }

    /** Hashes a secret with {@link #SALT_BYTES} random bytes. */
    public static SecretHash of(ClientSecret secret, byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes");
        }
        return new SecretHash(salt.clone(), digest(salt, secret));
    }

    /** Reads the stored form; empty for anything else, other versions included. */
    public static Optional<SecretHash> parse(String stored) {
        String[] parts = stored.split("\\$", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] salt = Base64.getUrlDecoder().decode(parts[1]);
            byte[] digest = Base64.getUrlDecoder().decode(parts[2]);
            SecretHash hash = new SecretHash(salt, digest);
            // The decoder reads several texts as the same bytes; only the one that we write, version included, is the
            // stored form.
            boolean wellFormed = salt.length == SALT_BYTES
                    && digest.length == DIGEST_BYTES
                    && hash.encoded().equals(stored);
            return wellFormed ? Optional.of(hash) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Compares in constant time. */
    public boolean matches(ClientSecret presented) {
        return MessageDigest.isEqual(digest, digest(salt, presented));
    }

    private static byte[] digest(byte[] salt, ClientSecret secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return sha256.digest(secret.reveal().getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /**
     * A name for the secret that is no secret: the first bytes of the salt, in hexadecimal digits. It stays the same
     * wherever the hash goes, also through an export.
     */
    public String id() {
        return HexFormat.of().formatHex(salt, 0, ID_BYTES);
    }

    /** The stored form. */
    public String encoded() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return VERSION + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(digest);
    }

    /** A mask: the hash is no secret, but it has no business in a log either. */
    @Override
    public String toString() {
        return VERSION + "$***";
    }
}
