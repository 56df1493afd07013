package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.LastRequest;
import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditOperation;
import io.apicredentials.audit.Author;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.history.AuditTrail;
import io.apicredentials.keycloak.json.AuditedJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Makes one audit record of each change, with what the credential was and is.
 *
 * @param details what each record says beside its own details
 * @param reason why the changes are made
 */
record ChangeRecords(
        KeycloakSession session,
        RealmModel realm,
        Author author,
        Map<String, String> details,
        Optional<String> reason) {

    private static final InstantSource NOW = InstantSource.system();

    private static final String GIVEN_REASON = "given_reason";

    /** Notes what a credential is, before it is changed. */
    void note(StoredCredential present) {
        AuditTrail.of(session).note(present);
    }

    /** A credential that is there after the change. */
    void of(AuditOperation operation, String id, Map<String, String> more) {
        Optional<StoredCredential> present =
                Optional.ofNullable(session.clients().getClientById(realm, id)).map(StoredCredential::of);
        add(operation, id, present, details(more), reason);
    }

    /** A credential that is not there any more. */
    void ofDeleted(String id, Map<String, String> more) {
        add(AuditOperation.DELETE, id, Optional.empty(), details(more), reason);
    }

    /** What happens to a request about a credential. */
    void ofRequest(String id, RequestAction action, LastRequest last) {
        add(
                AuditOperation.valueOf(action.name()),
                id,
                Optional.ofNullable(session.clients().getClientById(realm, id)).map(StoredCredential::of),
                requestDetails(action, last),
                reason(action, last));
    }

    /** What happens to a request about the settings. */
    void ofSettingsRequest(RequestAction action, LastRequest last) {
        add(entry(
                AuditOperation.valueOf(action.name()),
                Optional.empty(),
                requestDetails(action, last),
                reason(action, last),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * A change of what holds for all credentials.
     *
     * @param before as it can be written as JSON
     * @param after as it can be written as JSON
     */
    void ofRealm(AuditOperation operation, Object before, Object after) {
        add(entry(
                operation,
                Optional.empty(),
                details(Map.of()),
                reason,
                Optional.of(AuditedJson.ofValue(before)),
                Optional.of(AuditedJson.ofValue(after))));
    }

    /** The same for changes of which somebody says why. */
    ChangeRecords because(Optional<String> why) {
        return new ChangeRecords(session, realm, author, details, why);
    }

    /** The same for changes that say more; a reason has a field of its own. */
    ChangeRecords with(Map<String, String> more) {
        Map<String, String> said = all(more);
        said.remove(GIVEN_REASON);
        return new ChangeRecords(session, realm, author, said, reason);
    }

    /** The same in another session. */
    ChangeRecords in(KeycloakSession other, RealmModel realmThere) {
        return new ChangeRecords(other, realmThere, author, details, reason);
    }

    /** The same for changes that are made in another way. */
    ChangeRecords by(Author.Way way) {
        return new ChangeRecords(session, realm, author.by(way), details, reason);
    }

    private void add(
            AuditOperation operation,
            String id,
            Optional<StoredCredential> present,
            Optional<String> said,
            Optional<String> why) {
        Instant now = NOW.instant();
        AuditTrail trail = AuditTrail.of(session);
        Optional<String> before = trail.takeNoted(id).map(stored -> AuditedJson.of(stored, now));
        present.ifPresent(trail::note);
        add(entry(operation, Optional.of(id), said, why, before, present.map(stored -> AuditedJson.of(stored, now))));
    }

    private void add(AuditEntry entry) {
        AuditTrail.of(session).add(entry);
    }

    private AuditEntry entry(
            AuditOperation operation,
            Optional<String> credential,
            Optional<String> said,
            Optional<String> why,
            Optional<String> before,
            Optional<String> after) {
        return new AuditEntry(
                NOW.instant(), realm.getId(), credential, operation.word(), author, why, said, before, after);
    }

    /** As the request or the vote says; else why the change is made that ends the request. */
    private Optional<String> reason(RequestAction action, LastRequest last) {
        return action.reason(last).or(() -> reason);
    }

    private Optional<String> requestDetails(RequestAction action, LastRequest last) {
        Map<String, String> said = all(RequestDetails.of(action, last));
        said.remove("action");
        said.remove(GIVEN_REASON);
        return Optional.of(action == RequestAction.REQUEST ? AuditedJson.of(said, last) : AuditedJson.of(said));
    }

    private Optional<String> details(Map<String, String> more) {
        return Optional.of(all(more)).filter(all -> !all.isEmpty()).map(AuditedJson::of);
    }

    private Map<String, String> all(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(details);
        all.putAll(more);
        return all;
    }
}
