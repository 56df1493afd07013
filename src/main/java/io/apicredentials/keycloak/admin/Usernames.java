package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.client.RealmUsers;
import io.apicredentials.keycloak.rights.CallerRights;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Which users are told by name, and what those in admin events are called now. They are of this realm or of the master realm; those of another realm
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

    /** Those of users of whom only the ids are known, by id; at most two queries, however many they are. */
    Map<String, String> of(Collection<String> ids) {
        Map<String, String> names = new HashMap<>(new RealmUsers(session, realm).usernames(ids));
        Set<String> others = new HashSet<>(ids);
        others.removeAll(names.keySet());
        otherRealm().ifPresent(master -> names.putAll(new RealmUsers(session, master).usernames(others)));
        return names;
    }

    /** The ids of the realms whose users are told by name: this one, and the master realm for callers who may look at its users. */
    Set<String> namedRealms() {
        Set<String> ids = new HashSet<>();
        ids.add(realm.getId());
        otherRealm().map(RealmModel::getId).ifPresent(ids::add);
        return ids;
    }

    private Optional<RealmModel> otherRealm() {
        return Optional.ofNullable(session.realms().getRealmByName(Config.getAdminRealm()))
                .filter(master -> !master.getId().equals(realm.getId()))
                .filter(master -> rights.mayViewUsersOf(session, master));
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
