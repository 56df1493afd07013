package io.apicredentials.keycloak.client;

import io.apicredentials.credential.ContentProblem;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The users of a realm, of whatever store: whether they are there, and what is known of them. */
public final class RealmUsers {

    private static final String ENABLED =
            "select u.id from UserEntity u where u.realmId = :realm and u.enabled = true and u.id in (:ids)";

    private static final Logger LOG = Logger.getLogger(RealmUsers.class);

    /** What the id of a user begins with that another store keeps, and what Keycloak reads of it. */
    private static final String ELSEWHERE = "f:";

    private static final Pattern ID_ELSEWHERE = Pattern.compile("f:[^:]+:.+");

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmUsers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * A user of whatever store; empty when there is none, and for what is no id of a user.
     *
     * @throws RuntimeException if another store fails
     */
    private Optional<UserModel> find(String id) {
        boolean isLocal = !id.startsWith(ELSEWHERE);
        return isLocal || ID_ELSEWHERE.matcher(id).matches()
                ? Optional.ofNullable(session.users().getUserById(realm, id))
                : Optional.empty();
    }

    /** Why a user cannot become an owner; empty for one of whatever store that is no service account. */
    Optional<ContentProblem> problem(String id) {
        try {
            boolean isPerson = find(id).filter(user -> user.getServiceAccountClientLink() == null)
                    .isPresent();
            return isPerson ? Optional.empty() : Optional.of(ContentProblem.OWNER_USER_UNKNOWN);
        } catch (RuntimeException storeFailed) {
            LOG.warn("The user store of an owner failed, so that the owner was not accepted", storeFailed);
            return Optional.of(ContentProblem.OWNER_STORE_FAILED);
        }
    }

    /**
     * Whether a user, of whatever store, is disabled or not there. Of a store that cannot be asked nothing is known, which
     * must keep nobody from reading or disabling a credential.
     */
    public boolean isGone(String id) {
        try {
            return find(id).filter(UserModel::isEnabled).isEmpty();
        } catch (RuntimeException storeFailed) {
            LOG.debugf(storeFailed, "The user %s could not be looked up", id);
            return false;
        }
    }

    /** The language that a user has chosen; empty when there is no such user, or his store cannot be asked. */
    public Optional<String> locale(String id) {
        try {
            return find(id).map(user -> user.getFirstAttribute(UserModel.LOCALE));
        } catch (RuntimeException storeFailed) {
            LOG.debugf(storeFailed, "The user %s could not be looked up", id);
            return Optional.empty();
        }
    }

    /**
     * Those of these users that are disabled or not there, at the cost of one query. Users that another store keeps for
     * itself are asked for there, each once; Keycloak has them in its cache.
     */
    public Set<String> gone(Collection<String> ids) {
        Set<String> gone = new HashSet<>();
        Set<String> local = new HashSet<>();
        for (String id : ids) {
            if (!id.startsWith(ELSEWHERE)) {
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
