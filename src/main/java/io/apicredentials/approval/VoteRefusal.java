package io.apicredentials.approval;

/** Why a vote does not count. */
public enum VoteRefusal {
    /** It is about what the voter asked for. */
    OWN_REQUEST,
    /** The voter may not decide. */
    NO_APPROVER,
    /** The voter has voted. */
    ALREADY_VOTED,
    /** The voter has seen something else, or the change would come from another state by now. */
    STALE,
    /** It was decided, or its time is over. */
    DECIDED
}
