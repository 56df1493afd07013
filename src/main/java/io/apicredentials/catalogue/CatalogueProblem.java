package io.apicredentials.catalogue;

import io.apicredentials.problem.Problem;

/** What can be wrong with the permission sets of a realm. */
public enum CatalogueProblem implements Problem.Kind {
    LIST_EMPTY("The list is empty; write at least one entry."),
    /** {1}: how many there are; {2}: how many are allowed. */
    TOO_MANY_ENTRIES("There are {1} entries; at most {2} are allowed."),
    /** {1}: the entry. */
    DUPLICATE_ENTRY("The entry {1} is listed twice; list it once."),
    WORD_MISSING("It is missing; write lower-case letters, digits, - and _, starting with a letter."),
    WORD_MALFORMED(
            "'{value}' is not allowed; write 1 to 64 lower-case letters, digits, - and _, starting with a letter."),
    /** {1} and {2}: the fewest and the most characters. */
    TEXT_MISSING("It is missing; write {1} to {2} characters."),
    /** {1}: the set. */
    DEFAULTS_EMPTY("Nothing in the set {1} can be granted in scope org, so it has no default permissions; give at least"
            + " one action the scope org.");

    private final String sentence;

    CatalogueProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
