package io.apicredentials.keycloak.history;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.jpa.JpaEventStoreProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The accepted uses of each secret of a credential, as far as Keycloak's own event store has them. */
public final class SecretUses {

    /** By the service account, since Keycloak's table has an index for the events of a user by type and time. */
    private static final String WHERE = " from EventEntity e where e.realmId = :realm and e.userId = :user"
            + " and e.type = :type and e.time >= :since and e.detailsJsonLongValue like :secret";

    private final boolean areInDatabase;
    private final CredentialUses uses;
    private final EntityManager entities;
    private final RealmModel realm;
    private final Optional<String> account;

    public SecretUses(KeycloakSession session, RealmModel realm, ClientModel client) {
        this.areInDatabase = session.getProvider(EventStoreProvider.class) instanceof JpaEventStoreProvider;
        this.uses = new CredentialUses(session, realm);
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
        this.account =
                Optional.ofNullable(session.users().getServiceAccount(client)).map(UserModel::getId);
    }

    /**
     * One use.
     *
     * @param address the one that was judged; {@code ""} if it is not known
     */
    public record Use(Instant time, String address) {}

    /** Whether a use that happens now is saved, and for at least so long. */
    public boolean areKeptFor(Duration time) {
        boolean longEnough =
                uses.keptFor().map(kept -> kept.compareTo(time) >= 0).orElse(true);
        return areInDatabase && uses.acceptedAreRecorded() && longEnough;
    }

    /** The last use of a secret since an instant. */
    public Optional<Use> last(String id, Instant since) {
        return account.flatMap(user -> last(user, id, since));
    }

    private Optional<Use> last(String user, String id, Instant since) {
        List<Object[]> rows = query(
                        "select e.time, e.ipAddress", " order by e.time desc", Object[].class, user, id, since)
                .setMaxResults(1)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Use(Instant.ofEpochMilli((Long) row[0]), row[1] == null ? "" : (String) row[1]));
    }

    /** How many uses of a secret there were since an instant. */
    public long count(String id, Instant since) {
        return account.map(user -> query("select count(e)", "", Long.class, user, id, since)
                        .getSingleResult())
                .orElse(0L);
    }

    private <T> TypedQuery<T> query(String select, String order, Class<T> type, String user, String id, Instant since) {
        return entities.createQuery(select + WHERE + order, type)
                .setParameter("realm", realm.getId())
                .setParameter("user", user)
                .setParameter("type", EventType.CLIENT_LOGIN.name())
                .setParameter("since", since.toEpochMilli())
                .setParameter("secret", "%\"" + CredentialEvent.SECRET + "\":\"" + id + "\"%");
    }
}
