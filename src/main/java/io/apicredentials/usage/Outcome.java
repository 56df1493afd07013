package io.apicredentials.usage;

import java.util.regex.Pattern;

/**
 * What came of a use.
 *
 * @param code {@code accepted}, or why it was refused
 */
public record Outcome(String code) implements Comparable<Outcome> {

    /** It was accepted. */
    public static final Outcome ACCEPTED = new Outcome("accepted");

    /** What is written for a reason that is no code: an extension may put a whole sentence there, each time another. */
    private static final Outcome OTHER = new Outcome("other");

    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");

    /** It was refused. */
    public static Outcome refused(String reason) {
        boolean isCode = CODE.matcher(reason).matches() && !reason.equals(ACCEPTED.code);
        return isCode ? new Outcome(reason) : OTHER;
    }

    /** Whether it was accepted. */
    public boolean isAccepted() {
        return equals(ACCEPTED);
    }

    @Override
    public int compareTo(Outcome other) {
        return code.compareTo(other.code);
    }
}
