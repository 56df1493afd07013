package io.apicredentials.keycloak.guard;

import io.apicredentials.approval.Operation;
import io.apicredentials.keycloak.settings.CredentialScope;
import io.apicredentials.keycloak.settings.RealmSettings;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses to commit a change of the client scope that all credentials have, where changes of credentials wait for approval:
 * a mapper in it writes claims into the tokens of all of them.
 */
final class WaitingScopeEdit extends AbstractKeycloakTransaction {

    private final KeycloakSession session;
    private final String realmId;
    private final String scopeId;

    private WaitingScopeEdit(KeycloakSession session, String realmId, String scopeId) {
        this.session = session;
        this.realmId = realmId;
        this.scopeId = scopeId;
    }

    /** Has a change of a client scope, of credentials or not, looked at. */
    static void await(KeycloakSession session, String realmId, String scopeId) {
        session.getTransactionManager().enlistPrepare(new WaitingScopeEdit(session, realmId, scopeId));
    }

    @Override
    protected void commitImpl() {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null || !new RealmSettings(realm).approval().requires(Operation.UPDATE)) {
            return;
        }
        boolean isOurs = scopeId.equals(CredentialScope.id(realm))
                || CredentialScope.find(realm)
                        .filter(scope -> scope.getId().equals(scopeId))
                        .isPresent();
        if (isOurs) {
            throw ErrorResponse.error(ApprovalRules.WAITS_FOR_SCOPE, Response.Status.BAD_REQUEST);
        }
    }

    @Override
    protected void rollbackImpl() {}
}
