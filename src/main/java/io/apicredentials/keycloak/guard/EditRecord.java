package io.apicredentials.keycloak.guard;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditOperation;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.AuditedJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Makes the records of what is edited through Keycloak, in one realm. */
record EditRecord(KeycloakSession session, String realmId) {

    private static final InstantSource NOW = InstantSource.system();

    /**
     * An edit that changed something.
     *
     * @param before what the client was as a credential; empty for one that is new
     */
    void edited(Optional<StoredCredential> before, StoredCredential after) {
        Optional<StoredCredential> same = before.filter(stored -> stored.id().equals(after.id()));
        Instant now = NOW.instant();
        Optional<String> was = same.map(stored -> AuditedJson.of(stored, now));
        String is = AuditedJson.of(after, now);
        add(operation(same, after, now), Optional.of(after.id()), Optional.empty(), was, Optional.of(is));
    }

    private static AuditOperation operation(Optional<StoredCredential> before, StoredCredential after, Instant now) {
        if (before.isEmpty()) {
            return AuditOperation.CREATE;
        }
        StoredCredential was = before.get();
        StoredCredential switched = new StoredCredential(
                was.id(),
                was.clientId(),
                was.name(),
                was.description(),
                after.enabled(),
                after.notBefore(),
                was.attributes());
        boolean isOnlySwitched = was.enabled() != after.enabled()
                && AuditedJson.of(switched, now).equals(AuditedJson.of(after, now));
        if (!isOnlySwitched) {
            return AuditOperation.UPDATE;
        }
        return after.enabled() ? AuditOperation.ENABLE : AuditOperation.DISABLE;
    }

    void removed(StoredCredential before) {
        add(
                AuditOperation.DELETE,
                Optional.of(before.id()),
                Optional.empty(),
                Optional.of(AuditedJson.of(before, NOW.instant())),
                Optional.empty());
    }

    /** What lies beside a credential, such as a mapper. */
    void beside(AuditOperation operation, Optional<String> credential, Map<String, String> details) {
        add(operation, credential, Optional.of(AuditedJson.of(details)), Optional.empty(), Optional.empty());
    }

    /** What holds for all credentials of the realm. */
    void ofRealm(AuditOperation operation, Object before, Object after) {
        add(
                operation,
                Optional.empty(),
                Optional.empty(),
                Optional.of(AuditedJson.ofValue(before)),
                Optional.of(AuditedJson.ofValue(after)));
    }

    private void add(
            AuditOperation operation,
            Optional<String> credential,
            Optional<String> details,
            Optional<String> before,
            Optional<String> after) {
        EditAuthor.trail(session)
                .add(new AuditEntry(
                        NOW.instant(),
                        realmId,
                        credential,
                        operation.word(),
                        EditAuthor.of(session, realmId),
                        Optional.empty(),
                        details,
                        before,
                        after));
    }
}
