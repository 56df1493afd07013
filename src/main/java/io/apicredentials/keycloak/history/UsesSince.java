package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.settings.CredentialScope;
import io.apicredentials.time.StoredInstant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * Since when uses have been possible in a realm, and were counted, without a gap: what was used before, nobody knows for certain. It is an attribute of the
 * client scope of credentials and not of the realm, whose attributes the admin console and other tools write back as they
 * have read them, and with them an instant that does not hold any more.
 */
record UsesSince(RealmModel realm) {

    static final String ATTRIBUTE = "api.credential.uses-recorded-since";

    /** Notes whether they are at present. It is written only when that changes, since each write empties caches. */
    void note(boolean areKnown, Instant now) {
        if (areKnown == instant().isPresent()) {
            return;
        }
        CredentialScope.find(realm).ifPresent(scope -> {
            if (areKnown) {
                scope.setAttribute(
                        ATTRIBUTE, now.truncatedTo(ChronoUnit.SECONDS).toString());
            } else {
                scope.removeAttribute(ATTRIBUTE);
            }
        });
    }

    /** Since when; empty while they are not, or nobody knows. */
    Optional<Instant> instant() {
        return CredentialScope.find(realm)
                .map(scope -> scope.getAttribute(ATTRIBUTE))
                .flatMap(StoredInstant::parse);
    }
}
