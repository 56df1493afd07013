package io.apicredentials.policy;

import io.apicredentials.credential.Expiry;
import io.apicredentials.secret.KnownSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What somebody has to do soon, or should have done. */
public final class DueSoon {

    private static final Duration BEFORE_EXPIRY = Duration.ofDays(30);
    private static final Duration BEFORE_ROTATION = Duration.ofDays(14);

    private DueSoon() {}

    /** Whether a credential expires within 30 days, or has. */
    public static boolean expires(Optional<Instant> expiresAt, Instant now) {
        return Expiry.isOver(expiresAt, now.plus(BEFORE_EXPIRY));
    }

    /**
     * Whether the newest secret has to be rotated within 14 days, or should have been.
     *
     * @param credentialCreatedAt when the credential was made, and with it its first secret; empty if unknown
     */
    public static boolean rotates(
            RealmPolicy policy, KnownSecrets secrets, Optional<Instant> credentialCreatedAt, Instant now) {
        return policy.isRotationDue(secrets, credentialCreatedAt, now, now.plus(BEFORE_ROTATION));
    }
}
