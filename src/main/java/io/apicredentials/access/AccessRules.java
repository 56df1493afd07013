package io.apicredentials.access;

import static io.apicredentials.access.RefusalReason.ADDRESS_NOT_ALLOWED;
import static io.apicredentials.access.RefusalReason.ADDRESS_UNKNOWN;
import static io.apicredentials.access.RefusalReason.AMBIGUOUS_AUTHENTICATION;
import static io.apicredentials.access.RefusalReason.DISABLED;
import static io.apicredentials.access.RefusalReason.GRANT_NOT_ALLOWED;
import static io.apicredentials.access.RefusalReason.UNKNOWN_SECRET;
import static io.apicredentials.access.RefusalReason.UNREADABLE_CREDENTIAL;

import io.apicredentials.access.AccessDecision.Admitted;
import io.apicredentials.access.AccessDecision.Refused;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.secret.SecretHash;
import java.util.Optional;

/**
 * What of a credential decides on its use.
 *
 * @param allowedIps empty when what is stored cannot be read
 * @param secretHash empty when what is stored cannot be read
 */
public record AccessRules(boolean enabled, Optional<IpAllowList> allowedIps, Optional<SecretHash> secretHash) {

    /**
     * Decides on one use. The order is purpose, state, address, secret: cheap checks first, and nobody at an unlisted
     * address learns or burns anything by guessing secrets.
     */
    public AccessDecision decide(AccessAttempt attempt) {
        if (!attempt.purposeAllowed()) {
            return new Refused(GRANT_NOT_ALLOWED);
        }
        Optional<RefusalReason> standing = standingRefusal();
        if (standing.isPresent() || allowedIps.isEmpty() || secretHash.isEmpty()) {
            return new Refused(standing.orElse(UNREADABLE_CREDENTIAL));
        }
        if (attempt.peer().isEmpty()) {
            return new Refused(ADDRESS_UNKNOWN);
        }
        if (!allowedIps.get().permits(attempt.peer().get())) {
            return new Refused(ADDRESS_NOT_ALLOWED);
        }
        return decide(attempt.secret(), secretHash.get());
    }

    /** Why every use is refused, whatever the address and the secret; empty when those decide. */
    public Optional<RefusalReason> standingRefusal() {
        if (!enabled) {
            return Optional.of(DISABLED);
        }
        return allowedIps.isEmpty() || secretHash.isEmpty() ? Optional.of(UNREADABLE_CREDENTIAL) : Optional.empty();
    }

    private static AccessDecision decide(PresentedSecret presented, SecretHash hash) {
        if (presented instanceof PresentedSecret.Ambiguous) {
            return new Refused(AMBIGUOUS_AUTHENTICATION);
        }
        boolean known = presented instanceof PresentedSecret.Present present && hash.matches(present.secret());
        return known ? new Admitted() : new Refused(UNKNOWN_SECRET);
    }
}
