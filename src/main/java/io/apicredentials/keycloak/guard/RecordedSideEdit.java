package io.apicredentials.keycloak.guard;

import io.apicredentials.audit.AuditOperation;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.CredentialScope;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Records a change of what lies below the client of a credential, such as a mapper, or of the client scope that all of them have.
 * What it was and is, Keycloak does not say.
 */
final class RecordedSideEdit extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final String realmId;
    private final String id;
    private final AuditOperation operation;
    private final Map<String, String> details;

    private RecordedSideEdit(KeycloakSession session, AdminEvent event, String id, AuditOperation operation) {
        this.session = session;
        this.realmId = event.getRealmId();
        this.id = id;
        this.operation = operation;
        this.details = Map.of("operation", event.getOperationType().name(), "resource_path", event.getResourcePath());
    }

    /** Has a change below a client recorded, credential or not. */
    static void awaitBelowClient(KeycloakSession session, AdminEvent event, String clientId) {
        await(session, new RecordedSideEdit(session, event, clientId, AuditOperation.UPDATE));
    }

    /** Has a change of a client scope recorded, of credentials or not. */
    static void awaitOfScope(KeycloakSession session, AdminEvent event, String scopeId) {
        await(session, new RecordedSideEdit(session, event, scopeId, AuditOperation.CHANGE_SCOPE));
    }

    private static void await(KeycloakSession session, RecordedSideEdit edit) {
        EditAuthor.trail(session).await();
        session.getTransactionManager().enlistPrepare(edit);
    }

    @Override
    protected void commitImpl() {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null && isOurs(realm)) {
            boolean isOfScope = operation == AuditOperation.CHANGE_SCOPE;
            new EditRecord(session, realmId).beside(operation, isOfScope ? Optional.empty() : Optional.of(id), details);
        }
        EditAuthor.trail(session).arrive();
    }

    private boolean isOurs(RealmModel realm) {
        if (operation == AuditOperation.CHANGE_SCOPE) {
            return id.equals(CredentialScope.id(realm))
                    || CredentialScope.find(realm)
                            .filter(scope -> scope.getId().equals(id))
                            .isPresent();
        }
        return Optional.ofNullable(session.clients().getClientById(realm, id))
                .filter(StoredCredential::isApiCredential)
                .isPresent();
    }

    @Override
    protected void rollbackImpl() {}
}
