package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.ClientFlow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds credentials with two queries a page, whatever its size: the ids of the page, in the order of the list, and what those are.
 * Sorting whole rows would cost the database far more where there are very many. Loading clients instead would cost about ten
 * selects for each one not cached, and push the credentials in use out of the cache.
 */
public final class CredentialQuery {

    private static final String IDS = "select c.id from ClientEntity c where ";
    private static final String AMONG = " and c.id in (:ids)";
    private static final String ORDER = " order by c.name, c.id";
    private static final String REVERSED = " order by c.name desc, c.id desc";

    private static final String SERVICE_ACCOUNTS =
            "select c.id, c.clientId, u.id, u.enabled from ClientEntity c, UserEntity u where c.realmId = :realm"
                    + " and c.clientAuthenticatorType = :authenticator and c.id in (:ids)"
                    + " and u.realmId = c.realmId and u.serviceAccountClientLink = c.id";

    private final EntityManager entities;
    private final RealmModel realm;

    public CredentialQuery(KeycloakSession session, RealmModel realm) {
        this(session.getProvider(JpaConnectionProvider.class).getEntityManager(), realm);
    }

    /** One that reads in a transaction of somebody's own. */
    public CredentialQuery(EntityManager entities, RealmModel realm) {
        this.entities = entities;
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
        return inOrder(query(IDS, filter, ORDER, String.class)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList());
    }

    /**
     * The same page, read from the end of the list: for a page near the end the database steps over fewer entries.
     *
     * @param first less than {@code count}
     * @param count how many there are
     */
    public List<StoredCredential> listFromEnd(CredentialFilter filter, int first, int max, long count) {
        int size = Math.toIntExact(Math.min(max, count - first));
        List<String> ids = new ArrayList<>(query(IDS, filter, REVERSED, String.class)
                .setFirstResult(Math.toIntExact(count - first - size))
                .setMaxResults(size)
                .getResultList());
        Collections.reverse(ids);
        return inOrder(ids);
    }

    /** A page of those credentials of which something is true that no database can judge, in the same order. */
    public List<StoredCredential> list(CredentialFilter filter, CredentialJudge judge, int first, int max) {
        return inOrder(judged(filter, judge).page(first, max));
    }

    /** How many credentials there are of which something is true that no database can judge. */
    public long count(CredentialFilter filter, CredentialJudge judge) {
        return judged(filter, judge).count();
    }

    /** The ids of those of which something is true that no database can judge, in the order of the list. */
    public List<String> ids(CredentialFilter filter, CredentialJudge judge) {
        return judged(filter, judge).ids();
    }

    private JudgedQuery judged(CredentialFilter filter, CredentialJudge judge) {
        return new JudgedQuery(new JudgedRows(entities, realm, filter, judge.reads()), judge);
    }

    /** All credentials, sorted by name, then id, with one statement. */
    public void forEach(CredentialFilter filter, Consumer<StoredCredential> consumer) {
        new CredentialRows(query(CredentialRows.SELECT, filter, ORDER, Object[].class)).visit(consumer);
    }

    /**
     * Those of these ids that are credentials of the realm, by their ids and in the order of the list; one statement.
     *
     * @param ids as many as a page has
     */
    public Map<String, StoredCredential> find(List<String> ids) {
        Map<String, StoredCredential> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            TypedQuery<Object[]> query =
                    query(CredentialRows.SELECT, CredentialFilter.ANY, AMONG + ORDER, Object[].class);
            new CredentialRows(query.setParameter("ids", ids))
                    .visit(credential -> found.put(credential.id(), credential));
        }
        return found;
    }

    /** One that was deleted meanwhile is left out. */
    private List<StoredCredential> inOrder(List<String> ids) {
        Map<String, StoredCredential> found = find(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
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

    private <T> TypedQuery<T> query(String select, CredentialFilter filter, String order, Class<T> type) {
        return filter.query(entities, realm, select, order, type);
    }
}
