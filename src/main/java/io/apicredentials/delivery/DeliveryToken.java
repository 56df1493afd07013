package io.apicredentials.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What is secret in a link: the id of the credential, so that it is found without a search, a full stop, and 256 random
 * bits; both are base64url without padding.
 *
 * <p>It has no {@code equals}, is not serialisable and prints as a mask: {@link #reveal()} is the only way out.
 */
public final class DeliveryToken {

    /** The number of random bytes in a token. */
    public static final int RANDOM_BYTES = 32;

    /** More than an id of Keycloak's has. */
    private static final int MAX_LENGTH = 200;

    private static final String SEPARATOR = ".";

    private final String credentialId;
    private final String text;

    private DeliveryToken(String credentialId, String text) {
        this.credentialId = credentialId;
        this.text = text;
    }

    /** Makes the token of {@link #RANDOM_BYTES} bytes from a cryptographically strong source. */
    public static DeliveryToken of(String credentialId, byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("a token is made of " + RANDOM_BYTES + " random bytes");
        }
        String id = base64(credentialId.getBytes(StandardCharsets.UTF_8));
        return new DeliveryToken(credentialId, id + SEPARATOR + base64(random));
    }

    /** Reads a presented token; empty for anything that {@link #of} does not make. */
    public static Optional<DeliveryToken> parse(String presented) {
        String[] parts = presented.length() > MAX_LENGTH ? new String[0] : presented.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            String id = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            byte[] random = Base64.getUrlDecoder().decode(parts[1]);
            // The decoder reads several texts as the same bytes.
            return random.length == RANDOM_BYTES
                    ? Optional.of(of(id, random)).filter(token -> token.text.equals(presented))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The id of the credential whose secret it hands over; as the link says it, and perhaps of none. */
    public String credentialId() {
        return credentialId;
    }

    /** The token in clear, for the one answer that has the link. */
    public String reveal() {
        return text;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A mask, so that a token cannot reach a log by accident. */
    @Override
    public String toString() {
        return "***";
    }
}
