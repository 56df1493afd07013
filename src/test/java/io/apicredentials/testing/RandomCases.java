package io.apicredentials.testing;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Runs a property against many random cases. The seed is fixed, so that a build never fails by luck; a failure names the
 * seed of its one case, and {@code -Dcases.seed=} starts there, or anywhere else.
 */
public final class RandomCases {

    private static final long FIRST_SEED = Long.getLong("cases.seed", 20_261_124);

    private RandomCases() {}

    /** Runs the property with {@code count} sources of randomness, one a case. */
    public static void forEach(int count, Consumer<SplittableRandom> property) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            try {
                property.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("fails with -Dcases.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    public static <T> T oneOf(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A text of {@code min} to {@code max} characters out of the alphabet. */
    public static String text(SplittableRandom random, String alphabet, int min, int max) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(min, max + 1);
        while (text.length() < length) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    public static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
