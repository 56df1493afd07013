package io.apicredentials.approval;

import io.apicredentials.problem.Problem;

/** What can keep a request for approval, or a vote, from being taken. */
public enum ApprovalProblem implements Problem.Kind {
    REASON_MISSING("The reason is missing; write 5 to 500 characters."),
    /** {1}: its length; {2} and {3}: the smallest and the largest that is right. */
    REASON_LENGTH(
            "The length of the reason is {1}; write {2} to {3} characters, not counting white space around them."),
    REASON_CHARACTERS("The reason contains a control or invisible character; write printable characters only."),
    DIGEST_MALFORMED("It is not a digest; send the digest of the request: sha256: and 64 hexadecimal digits."),
    PENDING_REQUEST("A request for this is open already; wait until it is decided, or have its requester withdraw it."),
    PICK_UP_WAITS("An approved secret waits for its requester; have it picked up, or discard the request."),
    NOT_APPROVED("The creation of this API credential was not approved; delete it and create another."),
    NOT_REQUESTER("Only the user who requested this secret can pick it up."),
    NOT_AS_APPROVED("The secret is made as it was approved; send an empty object, {}."),
    OWN_REQUEST("You made this request; another user has to decide on it."),
    NOT_IN_PERSON(
            "It is not certain that you are this user, since the token has no session of its own or somebody impersonates the"
                    + " user; log in as the user."),
    ALREADY_VOTED("You have voted on this request already."),
    REQUEST_DECIDED("This request is no longer open."),
    SETTINGS_OUTDATED(
            "This server no longer accepts these settings; reject this request and ask for the change again."),
    /** {1}: how many others may approve; {2}: how many are needed. */
    TOO_FEW_APPROVERS(
            "Users who may approve, beside the requester: {1}; needed: {2}. Give more users the role approve-api-credentials first.");

    private final String sentence;

    ApprovalProblem(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
