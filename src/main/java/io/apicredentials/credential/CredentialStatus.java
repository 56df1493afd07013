package io.apicredentials.credential;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What the state of a credential comes to at an instant. */
public enum CredentialStatus {
    ENABLED,
    DISABLED,
    /** It would be enabled, but the time for which it was given has passed. */
    EXPIRED;

    /**
     * What a state comes to.
     *
     * @param expiresAt empty when it has no end
     */
    public static CredentialStatus of(CredentialState state, Optional<Instant> expiresAt, Instant at) {
        if (state == CredentialState.DISABLED) {
            return DISABLED;
        }
        return Expiry.isOver(expiresAt, at) ? EXPIRED : ENABLED;
    }

    /** The value in answers, such as {@code expired}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
