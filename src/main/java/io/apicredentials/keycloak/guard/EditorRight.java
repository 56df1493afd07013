package io.apicredentials.keycloak.guard;

import io.apicredentials.keycloak.store.CommittedClient;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses to commit a change of a credential, or of what lies below its client, by a user who may not manage credentials.
 * Keycloak lets a user with a fine-grained permission for one client delete it and give it mappers, and tells of that
 * only event listeners, whose exceptions it logs and ignores. The end of the transaction is the first place to refuse it.
 */
final class EditorRight extends AbstractKeycloakTransaction {

    private final KeycloakSessionFactory factory;
    private final String realmId;
    private final String clientId;

    /** @param clientId the internal id of the client, credential or not, as it was before the change */
    EditorRight(KeycloakSession session, String realmId, String clientId) {
        this.factory = session.getKeycloakSessionFactory();
        this.realmId = realmId;
        this.clientId = clientId;
    }

    @Override
    protected void commitImpl() {
        boolean may = KeycloakModelUtils.runJobInTransactionWithResult(factory, this::isPermitted);
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
                || Before.editorMayManage(fresh, realm);
    }

    @Override
    protected void rollbackImpl() {}
}
