package io.apicredentials.approval;

import java.time.Instant;

/**
 * What one person says to a request.
 *
 * @param voter the user id
 * @param reason 5 to 500 characters
 */
public record Vote(String voter, boolean approves, String reason, Instant at) {

    /** What a vote for a request is called in requests and answers. */
    public static final String APPROVE = "approve";

    /** What a vote against it is called. */
    public static final String REJECT = "reject";

    /** What it is called: {@value #APPROVE} or {@value #REJECT}. */
    public String word() {
        return approves ? APPROVE : REJECT;
    }
}
