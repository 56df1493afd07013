package io.apicredentials.secret;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A client secret in its published form: {@code kac_}, or {@code kac_sbx_} and {@code kac_prd_} in realms that say which
 * environment they are, 256 random bits as 43 base62 digits, and the CRC-32 of all that precedes it as 6 base62 digits. The
 * prefix and the checksum let secret scanners find one without false alarms; they add nothing to its strength.
 *
 * <p>It has no {@code equals}, is not serialisable and prints as a mask: {@link #reveal()} is the only way out.
 */
public final class ClientSecret {

    /** The number of random bytes in a secret. */
    public static final int RANDOM_BYTES = 32;

    private static final String PREFIX = "kac_";
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger RADIX = BigInteger.valueOf(BASE62.length());
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECKSUM_DIGITS = 6;

    /** In another case or cut off too, which leaves enough of a secret to guess the rest. */
    private static final Pattern LIKE_A_SECRET =
            Pattern.compile("kac_(?:[a-z]{3}_)?[0-9a-z]{16,}", Pattern.CASE_INSENSITIVE);

    private static final String MASK = PREFIX + "***";

    private final String text;
    private final Optional<Environment> environment;

    private ClientSecret(String text, Optional<Environment> environment) {
        this.text = text;
        this.environment = environment;
    }

    /**
     * Makes the secret of {@link #RANDOM_BYTES} bytes from a cryptographically strong source.
     *
     * @param environment what the realm says that it is; empty if it says nothing
     */
    public static ClientSecret of(Optional<Environment> environment, byte[] random) {
        if (random.length != RANDOM_BYTES) {
            throw new IllegalArgumentException("a secret is made of " + RANDOM_BYTES + " random bytes");
        }
        String body = prefix(environment) + base62(new BigInteger(1, random), RANDOM_DIGITS);
        return new ClientSecret(body + checksum(body), environment);
    }

    /** Reads a presented secret; empty unless it has the published form and a correct checksum. */
    public static Optional<ClientSecret> parse(String presented) {
        Optional<Environment> environment = Stream.of(Environment.values())
                .filter(one -> presented.startsWith(PREFIX + one.mark()))
                .findFirst();
        String prefix = prefix(environment);
        int length = prefix.length() + RANDOM_DIGITS + CHECKSUM_DIGITS;
        if (presented.length() != length || !presented.startsWith(prefix)) {
            return Optional.empty();
        }
        for (int index = prefix.length(); index < length; index++) {
            if (BASE62.indexOf(presented.charAt(index)) < 0) {
                return Optional.empty();
            }
        }
        int bodyLength = length - CHECKSUM_DIGITS;
        boolean intact = presented.substring(bodyLength).equals(checksum(presented.substring(0, bodyLength)));
        return intact ? Optional.of(new ClientSecret(presented, environment)) : Optional.empty();
    }

    private static String prefix(Optional<Environment> environment) {
        return PREFIX + environment.map(Environment::mark).orElse("");
    }

    /** The environment that it was made for; empty if it was made where none was set. */
    public Optional<Environment> environment() {
        return environment;
    }

    /** The secret in clear, for the one answer that shows it. */
    public String reveal() {
        return text;
    }

    /** A text of somebody else's without the secrets in it: each is replaced by a mask. */
    public static String mask(String text) {
        return LIKE_A_SECRET.matcher(text).replaceAll(MASK);
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(crc.getValue()), CHECKSUM_DIGITS);
    }

    private static String base62(BigInteger number, int digits) {
        char[] result = new char[digits];
        BigInteger rest = number;
        for (int index = digits - 1; index >= 0; index--) {
            BigInteger[] division = rest.divideAndRemainder(RADIX);
            result[index] = BASE62.charAt(division[1].intValue());
            rest = division[0];
        }
        return new String(result);
    }

    /** A mask, so that a secret cannot reach a log by accident. */
    @Override
    public String toString() {
        return MASK;
    }
}
