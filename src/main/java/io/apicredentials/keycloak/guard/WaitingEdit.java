package io.apicredentials.keycloak.guard;

import io.apicredentials.approval.Operation;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.keycloak.client.CommittedClient;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.settings.RealmSettings;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses to commit what waits for the approval of others, where Keycloak asks nobody who could refuse it: the removal of a
 * credential, and changes of what lies below its client, such as mappers and client scopes.
 */
final class WaitingEdit extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final String realmId;
    private final String clientId;
    private final Operation operation;

    private WaitingEdit(KeycloakSession session, String realmId, String clientId, Operation operation) {
        this.session = session;
        this.realmId = realmId;
        this.clientId = clientId;
        this.operation = operation;
    }

    /** Has the removal of a client looked at. */
    static void awaitRemoval(ClientModel.ClientRemovedEvent removed) {
        ClientModel client = removed.getClient();
        if (StoredCredential.isOrWasApiCredential(client)) {
            await(removed.getKeycloakSession(), client.getRealm().getId(), client.getId(), Operation.DELETE);
        }
    }

    /**
     * Has a change of what lies below a client looked at.
     *
     * @param clientId the internal id of the client, credential or not
     */
    static void awaitChangeBelow(KeycloakSession session, String realmId, String clientId) {
        await(session, realmId, clientId, Operation.UPDATE);
    }

    private static void await(KeycloakSession session, String realmId, String clientId, Operation operation) {
        session.getTransactionManager().enlistPrepare(new WaitingEdit(session, realmId, clientId, operation));
    }

    @Override
    protected void commitImpl() {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        if (operation == Operation.UPDATE && isUnapproved(realm)) {
            throw ErrorResponse.error(ApprovalRules.UNAPPROVED, Response.Status.BAD_REQUEST);
        }
        if (!new RealmSettings(realm).approval().requires(operation)) {
            return;
        }
        Optional<StoredCredential> committed = KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(),
                        fresh -> Optional.ofNullable(fresh.realms().getRealm(realmId))
                                .flatMap(there -> CommittedClient.withId(fresh, there, clientId)))
                .filter(CommittedClient::isCredential)
                .map(CommittedClient::content)
                .filter(stored -> operation != Operation.DELETE || stored.state() != CredentialState.UNAPPROVED);
        if (committed.filter(stored -> !isReplaced(realm, stored)).isPresent()) {
            throw ErrorResponse.error(
                    operation == Operation.DELETE ? ApprovalRules.WAITS_FOR_DELETE : ApprovalRules.WAITS_FOR_UPDATE,
                    Response.Status.BAD_REQUEST);
        }
    }

    /** Those who decide on its creation see nothing of what is below it, so that nothing may be. */
    private boolean isUnapproved(RealmModel realm) {
        return Optional.ofNullable(session.clients().getClientById(realm, clientId))
                .filter(StoredCredential::isApiCredential)
                .map(StoredCredential::of)
                .filter(stored -> stored.state() == CredentialState.UNAPPROVED)
                .isPresent();
    }

    /** A partial import that overwrites removes the client and creates one of the same name, which is judged as an edit. */
    private boolean isReplaced(RealmModel realm, StoredCredential stored) {
        return operation == Operation.DELETE
                && Optional.ofNullable(session.clients().getClientByClientId(realm, stored.clientId()))
                        .filter(StoredCredential::isApiCredential)
                        .isPresent();
    }

    @Override
    protected void rollbackImpl() {}
}
