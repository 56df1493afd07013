package io.apicredentials.keycloak.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * When a realm last did not save uses, as a realm attribute: what was used meanwhile, nobody knows afterwards. It is noted
 * by whoever looks, at most once a day, since each change of a realm empties caches.
 */
record UseGap(RealmModel realm) {

    private static final String ATTRIBUTE = "api.credential.uses-unrecorded-at";
    private static final Duration ACCURACY = Duration.ofDays(1);

    /** Notes that uses are not saved at present. */
    void note(Instant now) {
        if (last().map(at -> at.plus(ACCURACY).isBefore(now)).orElse(true)) {
            realm.setAttribute(ATTRIBUTE, now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /** Whether uses were saved all the time since an instant, as far as that was noted; false if what is noted is unreadable. */
    boolean isBefore(Instant start) {
        return realm.getAttribute(ATTRIBUTE) == null
                || last().map(at -> at.plus(ACCURACY).isBefore(start)).orElse(false);
    }

    private Optional<Instant> last() {
        try {
            return Optional.ofNullable(realm.getAttribute(ATTRIBUTE)).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
