package io.apicredentials.keycloak.client;

import io.apicredentials.credential.ContentProblem;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/** The users of a realm, of whatever store: whether they are there, and what is known of them. */
public final class RealmUsers {

    private static final String ENABLED =
            "select u.id from UserEntity u where u.realmId = :realm and u.enabled = true and u.id in (:ids)";

    private static final String USERNAMES =
            "select u.id, u.username from UserEntity u where u.realmId = :realm and u.id in (:ids)";

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

    /** Why a user cannot become an owner; empty for one of whatever store that is no service account. */
    Optional<ContentProblem> problem(String id) {
        Optional<ContentProblem> problem = ask(id, RealmUsers::problem, Optional.of(ContentProblem.OWNER_STORE_FAILED));
        problem.filter(ContentProblem.OWNER_STORE_FAILED::equals)
                .ifPresent(
                        failed -> LOG.warn("The user store of an owner failed, so that the owner was not accepted; the"
                                + " failure is in the log at level DEBUG"));
        return problem;
    }

    private static Optional<ContentProblem> problem(Optional<UserModel> user) {
        return user.filter(one -> one.getServiceAccountClientLink() == null).isPresent()
                ? Optional.empty()
                : Optional.of(ContentProblem.OWNER_USER_UNKNOWN);
    }

    /**
     * Whether a user, of whatever store, is disabled or not there. Of a store that cannot be asked nothing is known, which
     * must keep nobody from reading or disabling a credential.
     */
    public boolean isGone(String id) {
        return ask(id, user -> user.filter(UserModel::isEnabled).isEmpty(), false);
    }

    /** Whether a user is there and something is so; not where his store cannot be asked. */
    public boolean is(String id, Predicate<UserModel> condition) {
        return ask(id, user -> user.filter(condition).isPresent(), false);
    }

    /**
     * The ids of those users for whom something is so. What is known of a user store that fails on the way is what came
     * before.
     *
     * @param list users of whatever stores the realm has, also such as the caller of the request may not see
     */
    public Set<String> ids(Function<UserProvider, Stream<UserModel>> list, Predicate<UserModel> condition) {
        Set<String> ids = new HashSet<>();
        return asked(
                () -> {
                    AdminPermissionsSchema.runWithoutAuthorization(session, () -> {
                        try (Stream<UserModel> users = list.apply(session.users())) {
                            users.filter(condition).map(UserModel::getId).forEach(ids::add);
                        }
                    });
                    return ids;
                },
                ids);
    }

    /** The language that a user has chosen; empty when there is no such user, or his store cannot be asked. */
    public Optional<String> locale(String id) {
        return ask(id, user -> user.map(one -> one.getFirstAttribute(UserModel.LOCALE)), Optional.empty());
    }

    /** The e-mail address of a user; empty when there is none, the user is disabled, or his store cannot be asked. */
    public Optional<String> address(String id) {
        return ask(
                id,
                user -> user.filter(UserModel::isEnabled)
                        .map(UserModel::getEmail)
                        .filter(address -> !address.isBlank()),
                Optional.empty());
    }

    /** What a user is called; empty when there is no such user, or his store cannot be asked. */
    public Optional<String> username(String id) {
        return ask(id, user -> user.map(UserModel::getUsername), Optional.empty());
    }

    /**
     * What these users are called, by id, at the cost of one query for those that no other store keeps; without those who
     * are not there, or whose store cannot be asked.
     */
    public Map<String, String> usernames(Collection<String> ids) {
        Map<String, String> usernames = new HashMap<>();
        Set<String> local = new HashSet<>();
        for (String id : ids) {
            if (id.startsWith(ELSEWHERE)) {
                username(id).ifPresent(username -> usernames.put(id, username));
            } else {
                local.add(id);
            }
        }
        if (!local.isEmpty()) {
            session.getProvider(JpaConnectionProvider.class)
                    .getEntityManager()
                    .createQuery(USERNAMES, Object[].class)
                    .setParameter("realm", realm.getId())
                    .setParameter("ids", local)
                    .getResultList()
                    .forEach(row -> usernames.put((String) row[0], (String) row[1]));
        }
        return usernames;
    }

    /**
     * Asks the store of a user.
     *
     * @param question about the user; empty when there is none, and for what is no id of a user
     * @param unknown the answer when the store fails: it is somebody else's, and whatever fails there is not known here
     */
    private <T> T ask(String id, Function<Optional<UserModel>, T> question, T unknown) {
        boolean isLocal = !id.startsWith(ELSEWHERE);
        return asked(
                () -> question.apply(
                        isLocal || ID_ELSEWHERE.matcher(id).matches()
                                ? Optional.ofNullable(session.users().getUserById(realm, id))
                                : Optional.empty()),
                unknown);
    }

    /** A store is somebody else's, and whatever fails there must not end what was asked for. */
    private static <T> T asked(Supplier<T> question, T unknown) {
        try {
            return question.get();
        } catch (RuntimeException storeFailed) {
            LOG.debug("A user store could not be asked", storeFailed);
            return unknown;
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
