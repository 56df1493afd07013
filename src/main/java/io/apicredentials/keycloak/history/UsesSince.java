package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.client.RealmRow;
import io.apicredentials.keycloak.client.RowLock;
import io.apicredentials.time.StoredInstant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Since when a realm has saved uses without a gap, as a realm attribute: what was used before, nobody knows for certain. An
 * edit of the realm that leaves the attribute out makes it unknown, and it begins anew.
 */
record UsesSince(KeycloakSession session, RealmModel realm) {

    private static final String ATTRIBUTE = "api.credential.uses-recorded-since";

    /** Notes whether uses are saved at present. It is written only when that changes, since each write empties caches. */
    void note(boolean areSaved, Instant now) {
        boolean isRight = areSaved == instant().isPresent();
        if (isRight || new RealmRow(session, realm).takeAnew() != RowLock.HELD) {
            return;
        }
        if (areSaved) {
            realm.setAttribute(ATTRIBUTE, now.truncatedTo(ChronoUnit.SECONDS).toString());
        } else {
            realm.removeAttribute(ATTRIBUTE);
        }
    }

    /** Since when; empty while they are not saved, or nobody knows. */
    Optional<Instant> instant() {
        return Optional.ofNullable(realm.getAttribute(ATTRIBUTE)).flatMap(StoredInstant::parse);
    }
}
