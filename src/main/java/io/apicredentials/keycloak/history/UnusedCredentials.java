package io.apicredentials.keycloak.history;

import io.apicredentials.credential.CredentialStatus;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.notice.UnusedRule;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Which credentials of a realm are not used: what is read of all of them at once, with one statement.
 *
 * @param rule after how long one is disabled; empty where the realm does not want that, or does not know what is used
 * @param since before that, nobody knows what was used: each credential counts as used then
 * @param lastUses the last accepted uses by the ids of credentials, or when they were brought in
 */
public record UnusedCredentials(Optional<UnusedRule> rule, Optional<Instant> since, Map<String, Instant> lastUses) {

    /** The attribute of a realm's client scope that says since when uses are known there. */
    public static final String USES_SINCE = UsesSince.ATTRIBUTE;

    /** Reads them as far as the realm wants that. */
    public static UnusedCredentials of(KeycloakSession session, RealmModel realm) {
        KnownUses uses = KnownUses.of(session, realm);
        Optional<UnusedRule> rule = wanted(realm).filter(uses::areKnownFor);
        return new UnusedCredentials(
                rule,
                uses.since(),
                rule.map(wanted -> uses.counted().lastActive()).orElse(Map.of()));
    }

    /** After how long a credential is disabled; empty where the realm does not want that, or does not know what is used. */
    public static Optional<UnusedRule> rule(KeycloakSession session, RealmModel realm) {
        return wanted(realm).filter(wanted -> KnownUses.of(session, realm).areKnownFor(wanted));
    }

    /** Notes since when uses are known in a realm that wants to know what is used; to be called at intervals for each. */
    public static void noteSince(KeycloakSession session, RealmModel realm, Instant now) {
        KnownUses.note(session, realm, wanted(realm).isPresent(), now);
    }

    static Optional<UnusedRule> wanted(RealmModel realm) {
        return RealmSetting.UNUSED_DISABLE_AFTER_DAYS
                .read(new RealmSettings(realm).attributes())
                .map(UnusedRule::new);
    }

    /** Whether it matters if a credential is used: one that is refused anyway is left as it is. */
    public static boolean concerns(StoredCredential credential, Instant now) {
        return credential.statusInForce(now) == CredentialStatus.ENABLED
                && credential.content().isPresent();
    }

    /** Its last use or change as far as anybody knows: whoever changes it still needs it. */
    public Optional<Instant> lastActive(StoredCredential credential) {
        return lastActive(credential, Optional.ofNullable(lastUses.get(credential.id())), since);
    }

    /** The same for one credential, as it is at this moment. */
    public static Optional<Instant> lastActive(KeycloakSession session, RealmModel realm, StoredCredential credential) {
        KnownUses uses = KnownUses.of(session, realm);
        return lastActive(credential, uses.counted().lastActive(credential.id()), uses.since());
    }

    static Optional<Instant> lastActive(
            StoredCredential credential, Optional<Instant> lastUse, Optional<Instant> since) {
        return Stream.of(
                        lastUse,
                        since,
                        Optional.ofNullable(credential.updatedAt()),
                        Optional.ofNullable(credential.createdAt()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }
}
