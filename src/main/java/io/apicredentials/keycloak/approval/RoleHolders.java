package io.apicredentials.keycloak.approval;

import io.apicredentials.keycloak.client.RealmUsers;
import io.apicredentials.keycloak.client.RoleWays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * The enabled users of a realm who have a role of it, by whatever way they came to it.
 *
 * @param serviceAccounts whether service accounts are among them
 */
record RoleHolders(KeycloakSession session, RealmModel realm, RoleModel role, boolean serviceAccounts) {

    /** How many are read at most. */
    static final int MOST = 1_000;

    /** Their ids, at the cost of a few queries, whatever the number; and more where the realm has user stores. */
    Set<String> ids() {
        RoleWays ways = RoleWays.to(session, role);
        Set<String> stores = stores();
        Set<String> ids = new HashSet<>(ways.users(realm, serviceAccounts, stores, MOST));
        if (!stores.isEmpty()) {
            RealmUsers users = new RealmUsers(session, realm);
            Stream.concat(ofRoles(users, ways), ofGroups(users, ways)).forEach(ids::addAll);
        }
        return ids;
    }

    /**
     * Whether this user has the role too, and was not to be found among those: of a user store, or because there are so many.
     * Everybody else is judged by the database, which knows of a role that was taken away before the caches of this node do.
     *
     * @param ids those that were found
     */
    boolean hasBeside(Set<String> ids, String userId) {
        return !ids.contains(userId)
                && new RealmUsers(session, realm)
                        .is(userId, user -> (user.isFederated() || ids.size() >= MOST) && qualifies(user));
    }

    private boolean qualifies(UserModel user) {
        return user.isEnabled()
                && (serviceAccounts || user.getServiceAccountClientLink() == null)
                && user.hasRole(role);
    }

    private Stream<Set<String>> ofRoles(RealmUsers users, RoleWays ways) {
        return ways.roles().stream()
                .flatMap(id -> Optional.ofNullable(realm.getRoleById(id)).stream())
                .map(one -> users.ids(all -> all.getRoleMembersStream(realm, one, 0, MOST), this::isStored));
    }

    private Stream<Set<String>> ofGroups(RealmUsers users, RoleWays ways) {
        return ways.groups().stream()
                .flatMap(id -> Optional.ofNullable(realm.getGroupById(id)).stream())
                .map(one -> users.ids(all -> all.getGroupMembersStream(realm, one, 0, MOST), this::isStored));
    }

    /** Whether the user is of a user store; those of the database are known already. */
    private boolean isStored(UserModel user) {
        return user.isFederated() && qualifies(user);
    }

    /** Users of a store that is switched off are disabled for Keycloak. */
    private Set<String> stores() {
        Set<String> enabled = new HashSet<>();
        realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .map(UserStorageProviderModel::new)
                .filter(UserStorageProviderModel::isEnabled)
                .map(ComponentModel::getId)
                .forEach(enabled::add);
        return enabled;
    }
}
