package io.apicredentials.keycloak.rights;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The sender of a request, independent of a session.
 *
 * @param realmId of the realm that the user is of
 * @param userId of the user
 * @param clientId the id, in that realm, of the client by which the user came
 * @param token by which the user is known
 */
public record Caller(String realmId, String userId, String clientId, AccessToken token) {

    /**
     * What the caller may do at present with the credentials of a realm.
     *
     * @return empty when there is no such user any more, or it is disabled, or its realm or the client by which it came
     */
    public Optional<CallerRights> rightsIn(KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(session.realms().getRealm(realmId))
                .filter(RealmModel::isEnabled)
                .flatMap(callers -> auth(session, callers))
                .map(auth -> new CallerRights(realm, AdminPermissions.evaluator(session, realm, auth)));
    }

    private Optional<AdminAuth> auth(KeycloakSession session, RealmModel callers) {
        return Optional.ofNullable(session.users().getUserById(callers, userId))
                .filter(UserModel::isEnabled)
                .flatMap(user -> Optional.ofNullable(callers.getClientById(clientId))
                        .filter(ClientModel::isEnabled)
                        .map(client -> new AdminAuth(callers, token, user, client)));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Caller[" + realmId + ", " + userId + ", " + clientId + "]";
    }
}
