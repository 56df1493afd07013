package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.client.CommittedClient;
import io.apicredentials.keycloak.client.StoredCredential;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses to commit a change of a credential, or of what lies below its client, by a user who may not manage credentials.
 * Keycloak lets a user with a fine-grained permission for one client delete it and give it mappers. It tells of mappers
 * only event listeners, whose exceptions it logs and ignores; the end of the transaction is the first place to refuse them.
 */
final class EditorRight extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final String realmId;
    private final String clientId;

    private EditorRight(KeycloakSession session, String realmId, String clientId) {
        this.session = session;
        this.realmId = realmId;
        this.clientId = clientId;
    }

    /**
     * Has the right checked at the end of the session's transaction.
     *
     * @param clientId the internal id of the client, credential or not, as it was before the change
     */
    static void await(KeycloakSession session, String realmId, String clientId) {
        session.getTransactionManager().enlistPrepare(new EditorRight(session, realmId, clientId));
    }

    /**
     * The same for a client that is being removed. The admin API v2 has no admin event of it unless a system property of
     * the server says so.
     */
    static void await(ClientModel.ClientRemovedEvent removed) {
        ClientModel client = removed.getClient();
        if (StoredCredential.isOrWasApiCredential(client)) {
            await(removed.getKeycloakSession(), client.getRealm().getId(), client.getId());
        }
    }

    @Override
    protected void commitImpl() {
        // A user who may remove a realm may remove what is in it.
        boolean isRealmRemoved = session.realms().getRealm(realmId) == null;
        if (isRealmRemoved) {
            return;
        }
        boolean may = KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), this::isPermitted);
        if (!may) {
            throw ErrorResponse.error(ClientGuard.NO_RIGHT, Response.Status.FORBIDDEN);
        }
    }

    private boolean isPermitted(KeycloakSession fresh) {
        RealmModel realm = fresh.realms().getRealm(realmId);
        return realm == null
                || CommittedClient.withId(fresh, realm, clientId)
                        .filter(CommittedClient::isCredential)
                        .isEmpty()
                || StateBeforeEdit.editorMayManage(session, fresh, realm);
    }

    @Override
    protected void rollbackImpl() {}
}
