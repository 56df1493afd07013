package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/** The users that own credentials: whether they are still there. */
public final class OwnerUsers {

    private static final String ENABLED =
            "select u.id from UserEntity u where u.realmId = :realm and u.enabled = true and u.id in (:ids)";

    private final KeycloakSession session;
    private final RealmModel realm;

    public OwnerUsers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether a user, of whatever store, is disabled or not there. */
    public boolean isGone(String id) {
        UserModel user = session.users().getUserById(realm, id);
        return user == null || !user.isEnabled();
    }

    /**
     * Those of these users that are disabled or not there, at the cost of one query. Users that another store keeps for
     * itself are asked for there, each once; Keycloak has them in its cache.
     */
    public Set<String> gone(Collection<String> ids) {
        Set<String> gone = new HashSet<>();
        Set<String> local = new HashSet<>();
        for (String id : ids) {
            if (StorageId.isLocalStorage(id)) {
                local.add(id);
            } else if (!gone.contains(id) && isGone(id)) {
                gone.add(id);
            }
        }
        local.removeAll(enabled(local));
        gone.addAll(local);
        return gone;
    }

    private List<String> enabled(Set<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return entities.createQuery(ENABLED, String.class)
                .setParameter("realm", realm.getId())
                .setParameter("ids", ids)
                .getResultList();
    }
}
