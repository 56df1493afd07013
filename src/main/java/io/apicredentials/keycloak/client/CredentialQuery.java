package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.ClientFlow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds credentials with two queries a page, whatever its size. Loading clients instead would cost about ten selects for
 * each one not cached, and push the credentials in use out of the cache.
 */
public final class CredentialQuery {

    private static final String ROWS =
            "select c.id, c.clientId, c.name, c.description, c.enabled, c.notBefore from ClientEntity c where ";
    private static final String ATTRIBUTES =
            "select a.client.id, a.name, a.value from ClientAttributeEntity a where a.client.id in (:ids)"
                    + " and (a.name like 'api.credential.%' or a.name = 'access.token.lifespan')";
    private static final String WITH_ATTRIBUTES =
            "select c.id, c.clientId, c.name, c.description, c.enabled, c.notBefore, a.name, a.value from ClientEntity c"
                    + " left join ClientAttributeEntity a on a.client = c"
                    + " and (a.name like 'api.credential.%' or a.name = 'access.token.lifespan') where ";
    private static final String AMONG = " and c.id in (:ids)";
    private static final String ORDER = " order by c.name, c.id";
    private static final int FETCH_SIZE = 1_000;
    private static final String SERVICE_ACCOUNTS =
            "select c.id, c.clientId, u.id, u.enabled from ClientEntity c, UserEntity u where c.realmId = :realm"
                    + " and c.clientAuthenticatorType = :authenticator and c.id in (:ids)"
                    + " and u.realmId = c.realmId and u.serviceAccountClientLink = c.id";

    private final EntityManager entities;
    private final RealmModel realm;

    public CredentialQuery(KeycloakSession session, RealmModel realm) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.realm = realm;
    }

    /**
     * The user that a credential acts as.
     *
     * @param credential the id of the credential
     */
    public record ServiceAccount(String credential, String clientId, String userId, boolean enabled) {}

    /** A page of credentials, sorted by name, then id. */
    public List<StoredCredential> list(CredentialFilter filter, int first, int max) {
        List<Object[]> rows = query(ROWS, filter, ORDER, Object[].class)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
        List<String> ids = rows.stream().map(row -> (String) row[0]).toList();
        Map<String, Map<String, String>> attributes = attributes(ids);
        return rows.stream()
                .map(row -> credential(row, attributes.getOrDefault((String) row[0], Map.of())))
                .toList();
    }

    private static StoredCredential credential(Object[] row, Map<String, String> attributes) {
        return new StoredCredential(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                (Integer) row[5],
                attributes);
    }

    /**
     * A page of those credentials of which something is true that no database can judge, in the same order. It is one
     * statement, and reads on until the page is full.
     */
    public List<StoredCredential> list(CredentialFilter filter, Predicate<StoredCredential> judge, int first, int max) {
        List<StoredCredential> page = new ArrayList<>();
        int[] found = {0};
        visit(filter, credential -> {
            if (judge.test(credential) && found[0]++ >= first) {
                page.add(credential);
            }
            return page.size() < max;
        });
        return page;
    }

    /** How many credentials there are of which something is true that no database can judge; one statement. */
    public long count(CredentialFilter filter, Predicate<StoredCredential> judge) {
        long[] found = {0};
        forEach(filter, credential -> found[0] += judge.test(credential) ? 1 : 0);
        return found[0];
    }

    /** All credentials, sorted by name, then id, with one statement. */
    public void forEach(CredentialFilter filter, Consumer<StoredCredential> consumer) {
        visit(filter, credential -> {
            consumer.accept(credential);
            return true;
        });
    }

    /**
     * Those of these ids that are credentials of the realm, by their ids and in the order of the list; one statement.
     *
     * @param ids as many as a page has
     */
    public Map<String, StoredCredential> find(List<String> ids) {
        Map<String, StoredCredential> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            CredentialFilter any = CredentialFilter.ANY;
            visit(query(WITH_ATTRIBUTES, any, AMONG + ORDER, Object[].class).setParameter("ids", ids), credential -> {
                found.put(credential.id(), credential);
                return true;
            });
        }
        return found;
    }

    private void visit(CredentialFilter filter, Predicate<StoredCredential> visitor) {
        visit(query(WITH_ATTRIBUTES, filter, ORDER, Object[].class), visitor);
    }

    /** @param visitor says whether to go on */
    private static void visit(TypedQuery<Object[]> query, Predicate<StoredCredential> visitor) {
        try (Stream<Object[]> rows =
                query.setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE).getResultStream()) {
            Iterator<Object[]> each = rows.iterator();
            Object[] row = each.hasNext() ? each.next() : null;
            boolean goesOn = true;
            while (row != null && goesOn) {
                Object[] first = row;
                Map<String, String> attributes = new HashMap<>();
                while (row != null && row[0].equals(first[0])) {
                    if (row[6] != null) {
                        attributes.put((String) row[6], (String) row[7]);
                    }
                    row = each.hasNext() ? each.next() : null;
                }
                goesOn = visitor.test(credential(first, attributes));
            }
        }
    }

    public long count(CredentialFilter filter) {
        return query("select count(c) from ClientEntity c where ", filter, "", Long.class)
                .getSingleResult();
    }

    /** The ids of credentials in the order of the list. */
    public List<String> ids(CredentialFilter filter) {
        return query("select c.id from ClientEntity c where ", filter, ORDER, String.class)
                .getResultList();
    }

    /** The service accounts of those of these ids that are credentials. */
    public List<ServiceAccount> serviceAccounts(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = entities.createQuery(SERVICE_ACCOUNTS, Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("authenticator", ClientFlow.AUTHENTICATOR)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream()
                .map(row -> new ServiceAccount((String) row[0], (String) row[1], (String) row[2], (Boolean) row[3]))
                .toList();
    }

    private Map<String, Map<String, String>> attributes(List<String> ids) {
        Map<String, Map<String, String>> byCredential = new HashMap<>();
        if (ids.isEmpty()) {
            return byCredential;
        }
        List<Object[]> rows = entities.createQuery(ATTRIBUTES, Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        for (Object[] row : rows) {
            byCredential.computeIfAbsent((String) row[0], id -> new HashMap<>()).put((String) row[1], (String) row[2]);
        }
        return byCredential;
    }

    private <T> TypedQuery<T> query(String select, CredentialFilter filter, String order, Class<T> type) {
        return filter.query(entities, realm, select, order, type);
    }
}
