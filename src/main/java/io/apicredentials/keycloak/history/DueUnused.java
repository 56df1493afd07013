package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.notice.UnusedRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Which credentials of a realm will be disabled soon unless they are used. Their uses are read when it is known of which credentials
 * that is asked.
 */
public final class DueUnused {

    private final KnownUses uses;
    private final Optional<UnusedRule> rule;
    private final Instant now;

    private DueUnused(KnownUses uses, Optional<UnusedRule> rule, Instant now) {
        this.uses = uses;
        this.rule = rule;
        this.now = now;
    }

    /** Reads what the realm wants, and since when it knows what is used. */
    public static DueUnused of(KeycloakSession session, RealmModel realm, Instant now) {
        KnownUses uses = KnownUses.of(session, realm);
        Optional<UnusedRule> rule = UnusedCredentials.wanted(realm)
                .filter(uses::areKnownFor)
                .filter(wanted -> uses.since()
                        .filter(since -> wanted.isWarned(since, now))
                        .isPresent());
        return new DueUnused(uses, rule, now);
    }

    /** Whether any can be: not as long as uses have not been known for long enough. */
    public boolean isPossible() {
        return rule.isPresent();
    }

    /** The test for some credentials, by their ids, or for all. */
    public Predicate<StoredCredential> among(Optional<List<String>> ids) {
        if (rule.isEmpty()) {
            return credential -> false;
        }
        UnusedRule wanted = rule.get();
        Map<String, Instant> lastUses = ids.map(uses.counted()::lastActive).orElseGet(uses.counted()::lastActive);
        return credential -> UnusedCredentials.lastActive(
                                credential, Optional.ofNullable(lastUses.get(credential.id())), uses.since())
                        .filter(last -> wanted.isWarned(last, now))
                        .isPresent()
                && UnusedCredentials.concerns(credential, now);
    }
}
