package io.apicredentials.keycloak.history;

import jakarta.persistence.PersistenceException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.ModelException;

/**
 * Reads audit records. That they cannot be read is one warning, however many ask for them, until they can be read again: whoever
 * may look at credentials could fill the log otherwise.
 */
final class AuditReading {

    private static final Logger LOG = Logger.getLogger(AuditReading.class);

    private final AtomicBoolean isFailing = new AtomicBoolean();

    /**
     * Reads.
     *
     * @throws NotReadException when that fails
     */
    <T> T read(Supplier<T> work) {
        try {
            T result = work.get();
            if (isFailing.compareAndSet(true, false)) {
                LOG.info("The table API_CREDENTIAL_AUDIT can be read again");
            }
            return result;
        } catch (PersistenceException | ModelException failed) {
            if (isFailing.compareAndSet(false, true)) {
                LOG.warnf(
                        "The table API_CREDENTIAL_AUDIT cannot be read: %s. Whoever asks for audit records is told so; tokens are"
                                + " issued as before.",
                        failed);
            }
            LOG.debug("The table API_CREDENTIAL_AUDIT cannot be read", failed);
            throw new NotReadException(failed);
        }
    }
}
