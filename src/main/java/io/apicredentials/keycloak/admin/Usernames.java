package io.apicredentials.keycloak.admin;

import java.util.Optional;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What the users in admin events are called now; they are of this realm or of the master realm. */
final class Usernames {

    private final KeycloakSession session;

    Usernames(KeycloakSession session) {
        this.session = session;
    }

    /** Empty when the user, or the realm, is gone. */
    Optional<String> find(AuthDetails caller) {
        return Optional.ofNullable(caller.getRealmId())
                .map(session.realms()::getRealm)
                .filter(realm -> caller.getUserId() != null)
                .map(realm -> session.users().getUserById(realm, caller.getUserId()))
                .map(UserModel::getUsername);
    }
}
