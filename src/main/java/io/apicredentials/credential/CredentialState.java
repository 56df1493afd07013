package io.apicredentials.credential;

/** Whether a credential can be used, and how that may change. */
public enum CredentialState {
    ENABLED,
    DISABLED,
    /** Its creation waits for approval, or was not approved. */
    UNAPPROVED;

    /** How a change of state is asked for. */
    public enum Change {
        /** By a request for this change alone, or by an edit that says from which state it starts. */
        DELIBERATE,
        /** By an edit that says nothing of it, and may have been read before the credential was last changed. */
        FROM_ANY_STATE
    }

    /**
     * The state of a credential.
     *
     * @param isApproved whether nobody has to approve its creation any more
     */
    public static CredentialState of(boolean enabled, boolean isApproved) {
        if (!isApproved) {
            return UNAPPROVED;
        }
        return enabled ? ENABLED : DISABLED;
    }

    /**
     * Whether such a change may bring it from this state to the next. An edit that was read before the credential was
     * disabled must not enable it again; to disable it is never wrong. No edit approves a creation.
     */
    public boolean mayBecome(CredentialState next, Change change) {
        if (next == this) {
            return true;
        }
        return this != UNAPPROVED && (next == DISABLED || change == Change.DELIBERATE);
    }
}
