package io.apicredentials.approval;

import io.apicredentials.problem.PrintableText;
import io.apicredentials.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** What somebody says about a request or a vote: {@value #MIN_LENGTH} to {@value #MAX_LENGTH} printable code points. */
public final class Reason {

    public static final int MIN_LENGTH = 5;
    public static final int MAX_LENGTH = 500;

    private Reason() {}

    /**
     * Reads one, dropping the white space around it.
     *
     * @param place where it was given
     * @param problem receives each thing that is wrong
     * @return empty if anything was reported
     */
    public static Optional<String> parse(String text, String place, Consumer<Problem> problem) {
        String stripped = text.strip();
        int length = stripped.codePointCount(0, stripped.length());
        boolean isLengthWrong = length < MIN_LENGTH || length > MAX_LENGTH;
        boolean isUnprintable = !PrintableText.is(stripped);
        if (isLengthWrong) {
            problem.accept(Problem.of(place, ApprovalProblem.REASON_LENGTH, length, MIN_LENGTH, MAX_LENGTH));
        }
        if (isUnprintable) {
            problem.accept(Problem.of(place, ApprovalProblem.REASON_CHARACTERS));
        }
        return isLengthWrong || isUnprintable ? Optional.empty() : Optional.of(stripped);
    }
}
