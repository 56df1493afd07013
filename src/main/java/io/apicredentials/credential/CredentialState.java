package io.apicredentials.credential;

/** Whether a credential can be used, and how that may change. */
public enum CredentialState {
    ENABLED,
    DISABLED;

    /** How a change of state is asked for. */
    public enum Change {
        /** By a request for this change alone, or by an edit that says from which state it starts. */
        DELIBERATE,
        /** By an edit that says nothing of it, and may have been read before the credential was last changed. */
        FROM_ANY_STATE
    }

    public static CredentialState of(boolean enabled) {
        return enabled ? ENABLED : DISABLED;
    }

    /**
     * Whether such a change may bring it from this state to the next. An edit that was read before the credential was
     * disabled must not enable it again; to disable it is never wrong.
     */
    public boolean mayBecome(CredentialState next, Change change) {
        return next == this || next == DISABLED || change == Change.DELIBERATE;
    }
}
