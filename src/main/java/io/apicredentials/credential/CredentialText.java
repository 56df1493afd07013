package io.apicredentials.credential;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text that people give a credential, its name or its description: {@value #MIN_LENGTH} to {@value #MAX_LENGTH} code
 * points without white space around them and without control characters.
 */
public record CredentialText(String value) {

    public static final int MIN_LENGTH = 5;
    public static final int MAX_LENGTH = 50;

    public CredentialText {
        if (problemWith(value).isPresent() || !value.equals(value.strip())) {
            throw new IllegalArgumentException("not a name or description of a credential");
        }
    }

    /**
     * Reads a text, dropping the white space around it.
     *
     * @param problem receives one sentence saying what is wrong and what would be right, when the result is empty
     */
    public static Optional<CredentialText> parse(String text, Consumer<String> problem) {
        String stripped = text.strip();
        Optional<String> wrong = problemWith(stripped);
        wrong.ifPresent(problem);
        return wrong.isPresent() ? Optional.empty() : Optional.of(new CredentialText(stripped));
    }

    private static Optional<String> problemWith(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return Optional.of("It has " + length + " characters; write " + MIN_LENGTH + " to " + MAX_LENGTH
                    + ", not counting white space around them.");
        }
        if (text.codePoints().anyMatch(CredentialText::isUnprintable)) {
            return Optional.of("It contains a control character; write printable characters only.");
        }
        return Optional.empty();
    }

    /** Half a surrogate pair is as unprintable as a control character, and no database stores it. */
    private static boolean isUnprintable(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    @Override
    public String toString() {
        return value;
    }
}
