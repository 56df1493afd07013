package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.UserStorageUtil;

/** The service accounts of credentials that a realm brings along when it is created. Keycloak gives each the default role. */
record BroughtAccounts(KeycloakSession session, RealmModel realm) {

    private static final String REMOVE_DEFAULT_ROLE =
            "delete from UserRoleMappingEntity m where m.roleId = :role and m.user.id in :users";

    private static final String WITH_ROLES =
            "select distinct m.user.id from UserRoleMappingEntity m where m.user.id in :users";

    private static final String IN_GROUPS =
            "select distinct m.user.id from UserGroupMembershipEntity m where m.user.id in :users";

    /**
     * Takes all roles and groups from the accounts of some credentials.
     *
     * @param credentials as many as a statement may have parameters
     * @return those of them that have an account
     */
    Set<String> takeRolesAndGroups(List<String> credentials) {
        List<CredentialQuery.ServiceAccount> accounts =
                new CredentialQuery(session, realm).serviceAccounts(credentials);
        List<String> users =
                accounts.stream().map(CredentialQuery.ServiceAccount::userId).toList();
        if (!users.isEmpty()) {
            takeDefaultRole(users);
            havingRolesOrGroups(users).stream()
                    .map(user -> session.users().getUserById(realm, user))
                    .forEach(ClientShape::takeRoles);
        }
        return accounts.stream().map(CredentialQuery.ServiceAccount::credential).collect(Collectors.toSet());
    }

    private void takeDefaultRole(List<String> users) {
        entities()
                .createQuery(REMOVE_DEFAULT_ROLE)
                .setParameter("role", realm.getDefaultRole().getId())
                .setParameter("users", users)
                .executeUpdate();
        // This session may have cached what they had, for others too when it ends.
        UserCache cache = UserStorageUtil.userCache(session);
        if (cache != null) {
            cache.evict(realm);
        }
    }

    /** Those that have any role or group. */
    private Set<String> havingRolesOrGroups(List<String> users) {
        Set<String> found = new HashSet<>();
        for (String query : List.of(WITH_ROLES, IN_GROUPS)) {
            found.addAll(entities()
                    .createQuery(query, String.class)
                    .setParameter("users", users)
                    .getResultList());
        }
        return found;
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
