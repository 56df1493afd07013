package io.apicredentials.keycloak.admin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads a request line by line, as it comes in. A line ends with LF, or with CR and LF; the last one with the request. Blank lines are
 * passed over and counted, so that the numbers are those of the sender's file.
 */
final class RequestLines {

    private static final int BUFFER = 8 * 1024;
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = 0xfeff;

    private final InputStream body;
    private final int longest;
    private final BooleanSupplier isTimeUp;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private int number;

    /**
     * @param longest how many bytes are kept of a line; of one that is longer, one byte more, by which that is known
     * @param isTimeUp whether nothing more is to be read: a sender can take as long as it likes for a line
     */
    RequestLines(InputStream body, int longest, BooleanSupplier isTimeUp) {
        this.body = body;
        this.longest = longest;
        this.isTimeUp = isTimeUp;
    }

    /**
     * A line that has something in it.
     *
     * @param number that of the first is 1
     * @param content without its end, to be read once
     */
    record Line(int number, InputStream content) {}

    /** There may be more lines, and no time is left to read them. */
    static final class TimeUpException extends IOException {

        private static final long serialVersionUID = 1L;

        private TimeUpException() {
            super("The time for the request is up");
        }
    }

    /**
     * The next one; empty when there is none.
     *
     * @throws TimeUpException when nothing more is to be read
     */
    Optional<Line> next() throws IOException {
        requireTime();
        int first = read();
        while (first != END) {
            number++;
            byte[] content = rest(first);
            if (!isBlank(content)) {
                return Optional.of(new Line(number, new ByteArrayInputStream(content)));
            }
            first = read();
        }
        return Optional.empty();
    }

    /** What is too much is read on and not kept. */
    private byte[] rest(int first) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int next = first; next != END && next != '\n'; next = read()) {
            if (content.size() <= longest) {
                content.write(next);
            }
        }
        return content.toByteArray();
    }

    private int read() throws IOException {
        if (position == filled) {
            requireTime();
            position = 0;
            filled = Math.max(0, body.read(buffer, 0, buffer.length));
        }
        return filled == 0 ? END : buffer[position++] & 0xff;
    }

    private void requireTime() throws TimeUpException {
        if (isTimeUp.getAsBoolean()) {
            throw new TimeUpException();
        }
    }

    /** Also with a byte order mark, which some editors put before a file that is empty otherwise. */
    private static boolean isBlank(byte[] content) {
        if (content.length > BUFFER) {
            return false;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return text.chars().allMatch(each -> each == ' ' || each == '\t' || each == '\r' || each == BYTE_ORDER_MARK);
    }
}
