package io.apicredentials.audit;

import java.util.Locale;

/** What is wrong with the first record that is not as it was written. */
public enum ChainFault {
    CHANGED("The record is not what was written."),
    MISSING("The record was removed."),
    INSERTED("The record was put there afterwards."),
    MOVED("The record was written at another place."),
    DETACHED("The record does not follow the one before it: that one, or the note of what was pruned, was replaced."),
    HEAD("The note of the last record was changed.");

    private final String sentence;

    ChainFault(String sentence) {
        this.sentence = sentence;
    }

    /** The name in answers, such as {@code changed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it means. */
    public String sentence() {
        return sentence;
    }
}
