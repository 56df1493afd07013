package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.rights.CallerRights;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What the users in admin events are called now. They are of this realm or of the master realm; those of another realm
 * are told only to callers who may look at its users.
 */
final class Usernames {

    private static final Logger LOG = Logger.getLogger(Usernames.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final CallerRights rights;

    Usernames(KeycloakSession session, RealmModel realm, CallerRights rights) {
        this.session = session;
        this.realm = realm;
        this.rights = rights;
    }

    /** Empty when the user, or the realm, is gone, and when the caller may not look at the users of that realm. */
    Optional<String> find(AuthDetails user) {
        return Optional.ofNullable(user.getRealmId())
                .map(session.realms()::getRealm)
                .filter(home -> user.getUserId() != null)
                .filter(home -> home.getId().equals(realm.getId()) || rights.mayViewUsersOf(session, home))
                .flatMap(home -> find(home, user.getUserId()))
                .map(UserModel::getUsername);
    }

    /** A user of whatever store; also empty while that cannot be asked, which must not hide the changes themselves. */
    private Optional<UserModel> find(RealmModel home, String id) {
        try {
            return Optional.ofNullable(session.users().getUserById(home, id));
        } catch (RuntimeException storeFailed) {
            LOG.debug("The name of a user could not be looked up", storeFailed);
            return Optional.empty();
        }
    }
}
