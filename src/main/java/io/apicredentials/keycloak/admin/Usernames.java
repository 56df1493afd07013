package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.RealmUsers;
import io.apicredentials.keycloak.rights.CallerRights;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What the users in admin events are called now. They are of this realm or of the master realm; those of another realm
 * are told only to callers who may look at its users.
 */
final class Usernames {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final CallerRights rights;

    Usernames(KeycloakSession session, RealmModel realm, CallerRights rights) {
        this.session = session;
        this.realm = realm;
        this.rights = rights;
    }

    /** The same for a user of whom only the id is known. */
    Optional<String> find(String userId) {
        return new RealmUsers(session, realm)
                .username(userId)
                .or(() -> Optional.ofNullable(session.realms().getRealmByName(Config.getAdminRealm()))
                        .filter(master -> !master.getId().equals(realm.getId()))
                        .filter(master -> rights.mayViewUsersOf(session, master))
                        .flatMap(master -> new RealmUsers(session, master).username(userId)));
    }

    /** Empty when the user, or the realm, is gone, while a user store fails, and when the caller may not look at the users of that realm. */
    Optional<String> find(AuthDetails user) {
        return Optional.ofNullable(user.getRealmId())
                .map(session.realms()::getRealm)
                .filter(home -> user.getUserId() != null)
                .filter(home -> home.getId().equals(realm.getId()) || rights.mayViewUsersOf(session, home))
                .flatMap(home -> new RealmUsers(session, home).username(user.getUserId()));
    }
}
