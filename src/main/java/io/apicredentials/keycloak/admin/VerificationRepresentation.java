package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.audit.ChainCheck;
import io.apicredentials.audit.ChainEnd;
import io.apicredentials.keycloak.history.AuditHistory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the check of the audit records has found.
 *
 * @param intact whether every record is as it was written
 * @param records how many were found right
 * @param verifiedAt when the check ended
 * @param head the last record
 * @param pruned the last record that was removed, since it was old; null when none was
 * @param broken the first record that is not as it was written; null when all are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationRepresentation(
        boolean intact,
        long records,
        String verifiedAt,
        End head,
        @Nullable End pruned,
        @Nullable Broken broken) {

    /** A record by its number and its digest. */
    record End(long sequence, String hash) {

        static End of(ChainEnd end) {
            return new End(end.sequence(), end.digest());
        }
    }

    /**
     * A record that is not as it was written.
     *
     * @param fault such as {@code changed}
     * @param message what that means
     */
    record Broken(long sequence, String fault, String message) {

        static Broken of(ChainCheck.Broken broken) {
            return new Broken(
                    broken.sequence(), broken.fault().word(), broken.fault().sentence());
        }
    }

    static VerificationRepresentation of(AuditHistory.Verification found, Instant now) {
        return new VerificationRepresentation(
                found.broken().isEmpty(),
                found.checked(),
                now.toString(),
                End.of(found.last()),
                found.pruned().sequence() == 0 ? null : End.of(found.pruned()),
                found.broken().map(Broken::of).orElse(null));
    }
}
