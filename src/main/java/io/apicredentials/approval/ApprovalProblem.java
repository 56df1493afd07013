package io.apicredentials.approval;

import io.apicredentials.problem.Problem;

/** What can keep a request for approval, or a vote, from being taken. */
public enum ApprovalProblem implements Problem.Kind {
    REASON_MISSING("The reason is missing; write 5 to 500 characters."),
    /** {1}: its length; {2} and {3}: the smallest and the largest that is right. */
    REASON_LENGTH(
            "The length of the reason is {1}; write {2} to {3} characters, not counting white space around them."),
    REASON_CHARACTERS("The reason contains a control or invisible character; write printable characters only."),
    DIGEST_MALFORMED("It is no digest; write the one of the request, such as sha256: and 64 hexadecimal digits."),
    PENDING_REQUEST(
            "A request about this waits for approval already; wait until it is decided, or have its requester withdraw it."),
    PICK_UP_WAITS("An approved secret waits for the user who asked for it; have it picked up, or discard its request."),
    NOT_APPROVED("The creation of this API credential was not approved; delete it and create another."),
    NOT_REQUESTER("Only the user who asked for this secret can pick it up."),
    NOT_AS_APPROVED("The secret is made as it was approved; leave overlap and delivery out."),
    OWN_REQUEST("You asked for this yourself; somebody else has to decide."),
    ALREADY_VOTED("You have voted on this request already."),
    REQUEST_DECIDED("This request is not open any more; nothing is left to be decided."),
    SETTINGS_OUTDATED("These settings are not what this server knows any more; ask for them anew."),
    REALM_NOT_PREPARED("The realm could not be given what a credential needs; the log of the server says why."),
    /** {1}: how many others may approve; {2}: how many are needed. */
    TOO_FEW_APPROVERS(
            "Only {1} other users may approve, and {2} are needed; give the role approve-api-credentials to more users first.");

    private final String sentence;

    ApprovalProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
