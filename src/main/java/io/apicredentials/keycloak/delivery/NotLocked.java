package io.apicredentials.keycloak.delivery;

import io.apicredentials.keycloak.manage.LockedCredential.Missed;

/** The credential of a link could not be locked. */
final class NotLocked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Missed why;

    NotLocked(Missed why) {
        this.why = why;
    }

    Missed why() {
        return why;
    }
}
