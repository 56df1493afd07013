package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.notice.UnusedRule;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What a realm knows of the uses of its credentials.
 *
 * @param since when every use has been possible, and counted, without a gap; before that, nobody knows what was used. Empty when
 *     nobody knows since when
 */
record KnownUses(CountedUses counted, Optional<Instant> since) {

    static KnownUses of(KeycloakSession session, RealmModel realm) {
        CountedUses counted = new CountedUses(session, realm);
        Optional<Instant> since = new UsesSince(realm)
                .instant()
                .flatMap(noted -> counted.completeSince()
                        .flatMap(complete -> Stream.of(noted, complete).max(Instant::compareTo)));
        return new KnownUses(counted, since);
    }

    /** Whether a credential without a counted use in a period was certainly not used in it, as far as it is after {@link #since}. */
    boolean areKnownFor(UnusedRule rule) {
        return since.isPresent()
                && counted.keptFor()
                        .filter(kept -> kept.compareTo(rule.period()) > 0)
                        .isPresent();
    }

    /**
     * Notes since when they are known. Counting does not depend on the realm, and the table says itself what it does not have; but
     * where nobody could use anything for a time, nothing is unused for that.
     *
     * @param isWanted whether anybody wants to know; a gap would not be noticed otherwise
     */
    static void note(KeycloakSession session, RealmModel realm, boolean isWanted, Instant now) {
        boolean arePossible =
                realm.isEnabled() && new ClientFlow(realm).obstacle().isEmpty();
        boolean areCounted = HistoryTables.uses(session.getKeycloakSessionFactory())
                .flatMap(UsageRecorder::retention)
                .isPresent();
        new UsesSince(realm).note(isWanted && arePossible && areCounted, now);
    }
}
