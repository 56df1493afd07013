package io.apicredentials.keycloak.history;

/** A change that cannot be recorded, and is given up for that reason. */
public final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotRecordedException(Throwable cause) {
        super("A change of API credentials cannot be recorded, and is not made", cause);
    }
}
