package io.apicredentials.credential;

import io.apicredentials.problem.Problem;

/** What can be wrong with the content of a credential beside its addresses and permissions. */
public enum ContentProblem implements Problem.Kind {
    NAME_MISSING("The name is missing; write 5 to 50 characters."),
    /** {1}: its length; {2} and {3}: the smallest and the largest that is right. */
    TEXT_LENGTH("Its length is {1}; write {2} to {3} characters, not counting white space around them."),
    TEXT_UNPRINTABLE("It contains a control or invisible character; write printable characters only."),
    ADDRESSES_MISSING(
            "The IP addresses are missing; write 1 to 6 IPv4 addresses or ranges, or 0.0.0.0/0 alone for all IP"
                    + " addresses.");

    private final String sentence;

    ContentProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
