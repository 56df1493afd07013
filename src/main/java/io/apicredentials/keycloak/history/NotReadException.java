package io.apicredentials.keycloak.history;

/** Audit records that cannot be read. */
public final class NotReadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotReadException(Throwable cause) {
        super("The audit records of API credentials cannot be read", cause);
    }
}
