package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.StoredCredential;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Records that a credential was removed through Keycloak, at the end of the transaction: it may have been brought back by then. */
final class RecordedRemoval extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final String realmId;
    private final StoredCredential removed;

    private RecordedRemoval(KeycloakSession session, String realmId, StoredCredential removed) {
        this.session = session;
        this.realmId = realmId;
        this.removed = removed;
    }

    /** Has it recorded, if the client is a credential. */
    static void await(ClientModel.ClientRemovedEvent event) {
        ClientModel client = event.getClient();
        if (StoredCredential.isOrWasApiCredential(client)) {
            KeycloakSession session = event.getKeycloakSession();
            EditAuthor.trail(session).await();
            session.getTransactionManager()
                    .enlistPrepare(
                            new RecordedRemoval(session, client.getRealm().getId(), StoredCredential.of(client)));
        }
    }

    @Override
    protected void commitImpl() {
        // The records of a realm that is removed go with it.
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null && session.clients().getClientById(realm, removed.id()) == null) {
            new EditRecord(session, realmId).removed(removed);
        }
        EditAuthor.trail(session).arrive();
    }

    @Override
    protected void rollbackImpl() {}
}
