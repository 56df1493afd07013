package io.apicredentials.keycloak.client;

/** What came of locking the row of a client. */
public enum RowLock {
    /** Nobody else changes it until this transaction ends, and the session has its present state. */
    HELD,
    /** Nobody else changes it until this transaction ends, but it has changed since the session read it. */
    OUTDATED,
    /** It was deleted meanwhile. */
    GONE,
    /** Another request held it for too long, or each waited for the other. */
    BUSY
}
