package io.apicredentials.fuzzing;

import io.apicredentials.testing.RandomCases;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes a few bytes of a good input, or joins two of them. */
final class Mutator {

    private static final int MAX_CHANGES = 5;
    private static final List<String> TOKENS = List.of(
            "\"",
            "\\",
            ",",
            ";",
            "=",
            ":",
            "::",
            ".",
            "/",
            "%",
            " ",
            "\t",
            "\n",
            "0",
            "00",
            "255",
            "256",
            "ffff",
            "[",
            "]",
            "{",
            "}",
            "null",
            "true",
            "1e9",
            "*",
            "org",
            "\u0000",
            "\u00a0",
            "\u0661",
            "\ufeff",
            "\ud83d\ude00",
            "for=",
            "\"\"",
            "/32",
            "/0");

    private final List<byte[]> seeds;

    Mutator(List<String> seeds) {
        this.seeds = seeds.stream()
                .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    byte[] next(SplittableRandom random) {
        byte[] input = RandomCases.oneOf(random, seeds);
        int changes = random.nextInt(MAX_CHANGES);
        for (int change = 0; change < changes; change++) {
            input = changed(input, random);
        }
        return input;
    }

    /** A piece of a good input, or something between, many times at a place of a good input. */
    Repetition repetition(SplittableRandom random) {
        byte[] input = RandomCases.oneOf(random, seeds);
        int at = random.nextInt(input.length + 1);
        byte[] piece = random.nextBoolean() ? token(random) : copy(input, random);
        byte[] joined = random.nextBoolean() ? joined(piece, piece.length, token(random), piece.length) : piece;
        return new Repetition(
                Arrays.copyOf(input, at),
                joined.length == 0 ? token(random) : joined,
                random.nextInt(4) == 0,
                Arrays.copyOfRange(input, at, input.length));
    }

    private byte[] changed(byte[] input, SplittableRandom random) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(4));
        return switch (random.nextInt(6)) {
            case 0 -> joined(input, from, RandomCases.bytes(random, random.nextInt(3)), to);
            case 1 -> joined(input, from, new byte[0], to);
            case 2 -> joined(input, from, token(random), from);
            case 3 -> joined(input, from, token(random), to);
            case 4 -> joined(input, to, copy(input, random), to);
            default -> joined(input, from, copy(RandomCases.oneOf(random, seeds), random), input.length);
        };
    }

    private static byte[] token(SplittableRandom random) {
        return RandomCases.oneOf(random, TOKENS).getBytes(StandardCharsets.UTF_8);
    }

    /** A part of the bytes, mostly a short one. */
    private static byte[] copy(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        int length = random.nextInt(random.nextInt(bytes.length - from + 1) + 1);
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    /** The bytes before, others, and the bytes after. */
    private static byte[] joined(byte[] input, int before, byte[] between, int after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(input, 0, before);
        bytes.writeBytes(between);
        bytes.write(input, after, input.length - after);
        return bytes.toByteArray();
    }
}
