package io.apicredentials.credential;

import io.apicredentials.problem.PrintableText;
import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text that people give a credential, its name or its description: {@value #MIN_LENGTH} to {@value #MAX_LENGTH} code
 * points without white space around them, and no character that only a terminal or a reader's eyes would feel: none that
 * controls, is invisible or turns the direction of the text.
 */
public record CredentialText(String value) {

    public static final int MIN_LENGTH = 5;
    public static final int MAX_LENGTH = 50;

    public CredentialText {
        if (!problemsWith(value, MIN_LENGTH).isEmpty() || !value.equals(value.strip())) {
            throw new IllegalArgumentException("not a name or description of a credential");
        }
    }

    /**
     * Reads a text, dropping the white space around it.
     *
     * @param problem receives each thing that is wrong
     * @return empty if anything was reported
     */
    public static Optional<CredentialText> parse(String text, Consumer<Problem> problem) {
        String stripped = text.strip();
        List<Problem> problems = problemsWith(stripped, MIN_LENGTH);
        problems.forEach(problem);
        return problems.isEmpty() ? Optional.of(new CredentialText(stripped)) : Optional.empty();
    }

    /** What is wrong with a text of at least so many code points; white space around it is not looked at. */
    public static List<Problem> problemsWith(String text, int minLength) {
        List<Problem> problems = new ArrayList<>();
        int length = text.codePointCount(0, text.length());
        if (length < minLength || length > MAX_LENGTH) {
            problems.add(Problem.with("", ContentProblem.TEXT_LENGTH, text, length, minLength, MAX_LENGTH));
        }
        if (!PrintableText.is(text)) {
            problems.add(Problem.with("", ContentProblem.TEXT_UNPRINTABLE, text));
        }
        return problems;
    }

    @Override
    public String toString() {
        return value;
    }
}
