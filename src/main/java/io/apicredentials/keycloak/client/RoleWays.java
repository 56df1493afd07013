package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * What gives a role to a user: the role and the composite roles that include it, however deep, and the groups that have one
 * of these or are below such a group. The model API leads from a role down only, and its lists of users leave out those that
 * the caller of the request may not see.
 *
 * @param roles ids
 * @param groups ids
 */
public record RoleWays(EntityManager entities, Set<String> roles, Set<String> groups) {

    private static final String COMPOSITES =
            "select distinct c.parentRole.id from CompositeRoleEntity c where c.childRole.id in (:ids)";
    private static final String GROUPS =
            "select distinct m.group.id from GroupRoleMappingEntity m where m.roleId in (:ids)";
    private static final String SUBGROUPS = "select g.id from GroupEntity g where g.parentId in (:ids)";

    private static final String USERS = " where u.realmId = :realm and u.enabled = true"
            + " and (u.serviceAccountClientLink is null or :serviceAccounts = true)"
            + " and (u.federationLink is null or u.federationLink in (:stores)) and m.";
    private static final String OF_ROLES = "select distinct u.id from UserRoleMappingEntity m join m.user u" + USERS
            + "roleId in (:ids) order by u.id";
    private static final String OF_GROUPS = "select distinct u.id from UserGroupMembershipEntity m join m.user u"
            + USERS + "groupId in (:ids) order by u.id";

    /** What gives this role. */
    public static RoleWays to(KeycloakSession session, RoleModel role) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Set<String> roles = closure(Set.of(role.getId()), ids -> select(entities, COMPOSITES, ids));
        Set<String> groups = closure(select(entities, GROUPS, roles), ids -> select(entities, SUBGROUPS, ids));
        return new RoleWays(entities, roles, groups);
    }

    /**
     * The ids of the enabled users in the database that come to the role.
     *
     * @param stores the ids of the user stores whose users count
     */
    public Set<String> users(RealmModel realm, boolean serviceAccounts, Set<String> stores, int most) {
        return Stream.concat(
                        users(OF_ROLES, roles, realm, serviceAccounts, stores, most).stream(),
                        users(OF_GROUPS, groups, realm, serviceAccounts, stores, most).stream())
                .distinct()
                .limit(most)
                .collect(Collectors.toSet());
    }

    private List<String> users(
            String query, Set<String> ids, RealmModel realm, boolean serviceAccounts, Set<String> stores, int most) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(query, String.class)
                        .setParameter("realm", realm.getId())
                        .setParameter("serviceAccounts", serviceAccounts)
                        // A list without members is not SQL for every database.
                        .setParameter("stores", stores.isEmpty() ? Set.of("") : stores)
                        .setParameter("ids", ids)
                        .setMaxResults(most)
                        .getResultList();
    }

    private static Set<String> select(EntityManager entities, String query, Set<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createQuery(query, String.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    /** These, and whatever leads from them, step by step; a circle ends. */
    private static Set<String> closure(Set<String> first, Function<Set<String>, Set<String>> next) {
        Set<String> all = new HashSet<>(first);
        Set<String> last = first;
        while (!last.isEmpty()) {
            last = next.apply(last).stream().filter(all::add).collect(Collectors.toSet());
        }
        return all;
    }
}
