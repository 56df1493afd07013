package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.notice.UnusedRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Which credentials of a realm are not used: what is read of all of them at once, with one statement.
 *
 * @param rule after how long one is disabled; empty where the realm does not want that, or does not know what is used
 * @param lastUses the last accepted uses by the ids of credentials
 */
public record UnusedCredentials(Optional<UnusedRule> rule, Map<String, Instant> lastUses) {

    /** Reads them as far as the realm wants that. */
    public static UnusedCredentials of(KeycloakSession session, RealmModel realm, Instant now) {
        CredentialUses uses = new CredentialUses(session, realm);
        Optional<UnusedRule> rule = wanted(realm).filter(wanted -> uses.areKnownFor(wanted.period(), now));
        return new UnusedCredentials(rule, rule.isPresent() ? uses.lastOfAll() : Map.of());
    }

    /** Notes it if a realm that wants to know what is used does not save uses at present. */
    public static void noteGap(KeycloakSession session, RealmModel realm, Instant now) {
        if (wanted(realm).isPresent() && !new CredentialUses(session, realm).acceptedAreRecorded()) {
            new UseGap(realm).note(now);
        }
    }

    private static Optional<UnusedRule> wanted(RealmModel realm) {
        return RealmSetting.UNUSED_DISABLE_AFTER_DAYS
                .read(new RealmSettings(realm).attributes())
                .map(UnusedRule::new);
    }

    /** Whether a credential will be disabled soon unless it is used. */
    public boolean isDue(StoredCredential credential, Instant now) {
        return credential.enabled()
                && rule.flatMap(wanted -> lastActive(credential).filter(last -> !now.isBefore(wanted.warnedFrom(last))))
                        .isPresent();
    }

    /** Its last use or change: whoever changes it still needs it. */
    public Optional<Instant> lastActive(StoredCredential credential) {
        return lastActive(credential, Optional.ofNullable(lastUses.get(credential.id())));
    }

    /** The same for one credential, as the event store has it: only Keycloak's own is read with one statement for all. */
    public static Optional<Instant> lastActive(KeycloakSession session, RealmModel realm, StoredCredential credential) {
        Map<String, Instant> lastUse = new CredentialUses(session, realm).last(List.of(credential.id()));
        return lastActive(credential, Optional.ofNullable(lastUse.get(credential.id())));
    }

    private static Optional<Instant> lastActive(StoredCredential credential, Optional<Instant> lastUse) {
        return Stream.of(
                        lastUse,
                        Optional.ofNullable(credential.updatedAt()),
                        Optional.ofNullable(credential.createdAt()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }
}
