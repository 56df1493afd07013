package io.apicredentials.keycloak.manage;

/** What came of locking a credential: the credential, or why there is no lock. */
public sealed interface LockAttempt permits LockedCredential, LockAttempt.Missed {

    /** Why there is no lock. */
    enum Missed implements LockAttempt {
        /** Somebody deleted the credential. */
        GONE,
        /** Others kept it locked for too long. */
        BUSY
    }
}
