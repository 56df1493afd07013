package io.apicredentials.fuzzing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A piece that comes many times within an input. */
final class Repetition {

    private final byte[] before;
    private final byte[] piece;
    private final boolean numbered;
    private final byte[] after;

    /** @param numbered whether each piece begins with its number, so that no two are the same */
    Repetition(byte[] before, byte[] piece, boolean numbered, byte[] after) {
        this.before = before;
        this.piece = piece;
        this.numbered = numbered;
        this.after = after;
    }

    /** As often as there is room for it in so many bytes. */
    byte[] ofLength(int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        bytes.writeBytes(before);
        int number = 0;
        while (bytes.size() + after.length < length) {
            if (numbered) {
                bytes.writeBytes(Integer.toString(number++).getBytes(StandardCharsets.US_ASCII));
            }
            bytes.writeBytes(piece);
        }
        bytes.writeBytes(after);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return text(before) + "(" + (numbered ? "#" : "") + text(piece) + ")*" + text(after);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
