package io.apicredentials.keycloak.client;

import io.apicredentials.delivery.Delivery;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.Instant;

/**
 * The tokens that were issued to a disabled credential while it was enabled. Nobody keeps them, so that only the times of the
 * credential tell whether there can be any.
 */
public record IssuedTokens(StoredCredential credential) {

    /** It takes the place of what the clocks of two nodes differ by, and is less than what a revocation reaches ahead. */
    private static final int CLOCKS = CredentialClients.REVOCATION_MARGIN / 2;

    /** Whether there may be one that introspection holds to be active: it has not expired, and was not revoked. */
    public boolean mayBeLeft(Instant now) {
        if (hadNoSecret()) {
            return false;
        }
        Instant changed = credential.updatedAt();
        // To disable it was a change, and there may have been others since. Where none is noted, it may have been just
        // now.
        long lastIssued = (changed == null || changed.isAfter(now) ? now : changed).getEpochSecond();
        boolean isExpired =
                lastIssued + CredentialClients.REVOCATION_MARGIN + RealmSettings.TOKEN_LIFESPAN < now.getEpochSecond();
        return !isExpired && credential.notBefore() < lastIssued + CLOCKS;
    }

    /** One from a file may have had a secret where the file comes from, in a realm with the same keys. */
    private boolean hadNoSecret() {
        return credential.awaitsFirstSecret()
                && credential.delivery().link().map(Delivery::isLink).orElse(true);
    }
}
