package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.ClientFlow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
    private static final String BY_ID = " order by c.id";

    /** How many credentials of a list are looked at before all are. */
    private static final List<Integer> LOOKS = List.of(100, 400, 1_600, 6_400, 25_600);

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
        return inOrder(query(IDS, filter, ORDER, String.class)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList());
    }

    /**
     * A page of those credentials of which something is true that no database can judge, in the same order. It is a few
     * statements, however many have to be read until the page is full: the first of the list are looked at, then more, then all.
     */
    public List<StoredCredential> list(CredentialFilter filter, CredentialJudge judge, int first, int max) {
        if (judge.isNever()) {
            return List.of();
        }
        for (int look : LOOKS) {
            if (look - max < first) {
                continue; // They cannot be enough.
            }
            List<StoredCredential> some = first(filter, judge.reads(), look);
            JudgedPage page = new JudgedPage(
                    judge.among(some.stream().map(StoredCredential::id).toList()), first, max);
            some.forEach(page::offer);
            if (page.isFull() || some.size() < look) {
                return inOrder(page.ids());
            }
        }
        JudgedPage page = new JudgedPage(judge.amongAll(), first, max);
        rows(judge.reads(), filter, ORDER).visit(page::offer);
        return inOrder(page.ids());
    }

    /** How many credentials there are of which something is true that no database can judge; one statement. */
    public long count(CredentialFilter filter, CredentialJudge judge) {
        if (judge.isNever()) {
            return 0;
        }
        long[] found = {0};
        Predicate<StoredCredential> test = judge.amongAll();
        // By id, as the database has them and their attributes.
        rows(judge.reads(), filter, BY_ID).visit(credential -> {
            found[0] += test.test(credential) ? 1 : 0;
            return true;
        });
        return found[0];
    }

    /** The ids of those of which something is true that no database can judge, in the order of the list; one statement. */
    public List<String> ids(CredentialFilter filter, CredentialJudge judge) {
        if (judge.isNever()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        Predicate<StoredCredential> test = judge.amongAll();
        rows(judge.reads(), filter, ORDER).visit(credential -> {
            if (test.test(credential)) {
                ids.add(credential.id());
            }
            return true;
        });
        return ids;
    }

    /** All credentials, sorted by name, then id, with one statement. */
    public void forEach(CredentialFilter filter, Consumer<StoredCredential> consumer) {
        rows(ReadAttributes.ALL, filter, ORDER).visit(credential -> {
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
            TypedQuery<Object[]> query = select(ReadAttributes.ALL, CredentialFilter.ANY, AMONG + ORDER);
            new CredentialRows(query.setParameter("ids", ids), ReadAttributes.ALL).visit(credential -> {
                found.put(credential.id(), credential);
                return true;
            });
        }
        return found;
    }

    /** One that was deleted meanwhile is left out. */
    private List<StoredCredential> inOrder(List<String> ids) {
        Map<String, StoredCredential> found = find(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The first of the list, with these attributes; one statement. */
    private List<StoredCredential> first(CredentialFilter filter, ReadAttributes reads, int many) {
        List<StoredCredential> some = new ArrayList<>();
        String order = String.format(CredentialRows.END_OF_FIRST, reads.condition());
        TypedQuery<Object[]> query = reads.set(query(CredentialRows.OF_FIRST, filter, order, Object[].class));
        new CredentialRows(query.setParameter("many", many), reads).visit(some::add);
        return some;
    }

    private CredentialRows rows(ReadAttributes reads, CredentialFilter filter, String order) {
        return new CredentialRows(select(reads, filter, order), reads);
    }

    private TypedQuery<Object[]> select(ReadAttributes reads, CredentialFilter filter, String order) {
        return reads.set(query(CredentialRows.SELECT + reads.condition() + " where ", filter, order, Object[].class));
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
