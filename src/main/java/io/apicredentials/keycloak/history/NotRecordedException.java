package io.apicredentials.keycloak.history;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.exception.LockAcquisitionException;
import org.jboss.logging.Logger;

/** A change that cannot be recorded, and is given up for that reason. */
public final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = Logger.getLogger(NotRecordedException.class);

    NotRecordedException(Throwable cause) {
        super("A change of API credentials cannot be recorded, and is not made", cause);
    }

    /** Says why, and what an operator can do. */
    void log(Collection<String> realms) {
        if (isLocked()) {
            LOG.errorf(
                    "A change of API credentials is not made: another transaction of the database has locked the table"
                            + " API_CREDENTIAL_AUDIT, or the row with SEQ 0 and REALM_ID %s, for %d seconds or more. End it,"
                            + " if nobody else does.",
                    String.join(" or ", realms), AuditTable.PATIENCE.toSeconds());
            LOG.debug("The table API_CREDENTIAL_AUDIT is locked", getCause());
        } else {
            LOG.error(
                    "A change of API credentials is not made, since the table API_CREDENTIAL_AUDIT cannot be written",
                    getCause());
        }
    }

    private boolean isLocked() {
        return Stream.iterate(getCause(), Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof QueryTimeoutException
                        || cause instanceof org.hibernate.QueryTimeoutException
                        || cause instanceof LockTimeoutException
                        || cause instanceof PessimisticLockException
                        || cause instanceof LockAcquisitionException);
    }
}
