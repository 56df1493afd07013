package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A client as the database has it, past the cache, which a change on another node reaches later.
 *
 * @param isCredential whether it is or was an API credential, as {@link StoredCredential#isOrWasApiCredential}
 */
public record CommittedClient(boolean isCredential, StoredCredential content) {

    private static final String ROW =
            "select c.id, c.clientId, c.name, c.description, c.enabled, c.notBefore, c.clientAuthenticatorType"
                    + " from ClientEntity c where c.realmId = :realm and ";
    private static final String ATTRIBUTES =
            "select a.name, a.value from ClientAttributeEntity a where a.client.id = :id";

    /**
     * The client with this internal id, if there is one.
     *
     * @param session one that has changed nothing itself
     */
    public static Optional<CommittedClient> withId(KeycloakSession session, RealmModel realm, String id) {
        return find(session, realm, "c.id = :wanted", id);
    }

    /**
     * The client with this client ID, if there is one.
     *
     * @param session one that has changed nothing itself
     */
    public static Optional<CommittedClient> withClientId(KeycloakSession session, RealmModel realm, String clientId) {
        return find(session, realm, "c.clientId = :wanted", clientId);
    }

    private static Optional<CommittedClient> find(
            KeycloakSession session, RealmModel realm, String condition, String wanted) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        List<Object[]> rows = entities.createQuery(ROW + condition, Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("wanted", wanted)
                .getResultList();
        return rows.stream().findFirst().map(row -> read(row, attributes(entities, (String) row[0])));
    }

    private static CommittedClient read(Object[] row, Map<String, String> attributes) {
        boolean isCredential = StoredCredential.isOrWasApiCredential(
                (String) row[6], attributes.get(CredentialAttribute.PERMISSION_SET.key()));
        return new CommittedClient(isCredential, CredentialColumns.read(row, attributes));
    }

    private static Map<String, String> attributes(EntityManager entities, String id) {
        Map<String, String> attributes = new HashMap<>();
        entities.createQuery(ATTRIBUTES, Object[].class)
                .setParameter("id", id)
                .getResultList()
                .forEach(row -> attributes.put((String) row[0], (String) row[1]));
        return attributes;
    }
}
