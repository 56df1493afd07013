package io.apicredentials.keycloak.history;

import org.jboss.logging.Logger;

/** Audit records that cannot be read. */
public final class NotReadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(NotReadException.class);

    NotReadException(Throwable cause) {
        super("The audit records of API credentials cannot be read", cause);
    }

    /** Says why. */
    void log() {
        LOG.errorf("The table API_CREDENTIAL_AUDIT cannot be read: %s", getCause());
        LOG.debug("The table API_CREDENTIAL_AUDIT cannot be read", getCause());
    }
}
