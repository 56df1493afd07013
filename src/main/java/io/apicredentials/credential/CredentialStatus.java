package io.apicredentials.credential;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the state of a credential, and the last request about it, come to at an instant. */
public enum CredentialStatus {
    ENABLED,
    DISABLED,
    /** It would be enabled, but the time for which it was given has passed. */
    EXPIRED,
    /** Its creation was not approved. */
    REJECTED,
    CREATION_APPROVAL_PENDING,
    /** Its creation was approved, and its secret waits for who asked for it. */
    CREATION_APPROVAL_COMPLETE,
    MODIFICATION_APPROVAL_PENDING,
    ENABLE_APPROVAL_PENDING,
    DELETION_APPROVAL_PENDING,
    ROTATION_APPROVAL_PENDING;

    /**
     * What a state comes to, whatever waits for approval.
     *
     * @param expiresAt empty when it has no end
     */
    public static CredentialStatus of(CredentialState state, Optional<Instant> expiresAt, Instant at) {
        return switch (state) {
            case UNAPPROVED -> REJECTED;
            case DISABLED -> DISABLED;
            case ENABLED -> Expiry.isOver(expiresAt, at) ? EXPIRED : ENABLED;
        };
    }

    /** The value in answers, such as {@code expired}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
