package io.apicredentials.approval;

/** What a vote comes to. */
public sealed interface VoteOutcome {

    /** Nothing has changed. */
    record Refused(VoteRefusal reason) implements VoteOutcome {}

    /** It waits for more. */
    record Counted(ApprovalRequest request) implements VoteOutcome {}

    /** The change is to be made, in the same transaction. */
    record Approved(ApprovalRequest request) implements VoteOutcome {}

    /** It cannot be approved any more. */
    record Rejected(ApprovalRequest request) implements VoteOutcome {}
}
