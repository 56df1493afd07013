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
                    + " addresses."),
    OWNER_CONTACT_MALFORMED("'{value}' is not an e-mail address; write one such as treasury@example.com."),
    OWNER_USER_UNKNOWN("There is no user with the id '{value}' in this realm; write the id of a user or leave it out."),
    OWNER_STORE_FAILED(
            "The user store of the user '{value}' cannot be reached at present; repeat the request later or leave"
                    + " the user out."),
    EXPIRY_MALFORMED("'{value}' is not a date and time up to the year 9999; write both in UTC, such as"
            + " 2027-01-31T12:00:00Z, or leave it out."),
    EXPIRY_PAST("'{value}' has passed; write a date and time in the future."),
    /** {1} and {2}: the smallest and the largest that is right. */
    TOKEN_LIFESPAN_RANGE("It must be a number of seconds from {1} to {2}, or left out.");

    private final String sentence;

    ContentProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
