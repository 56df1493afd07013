package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.ClientFlow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
                    + " and a.name like 'api.credential.%'";
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
     * What to look for; null means any.
     *
     * @param search part of name, description or client ID, in any case
     */
    public record Filter(
            @Nullable String search,
            @Nullable String permissionSet,
            @Nullable Boolean enabled) {}

    /**
     * The user that a credential acts as.
     *
     * @param credential the id of the credential
     */
    public record ServiceAccount(String credential, String clientId, String userId, boolean enabled) {}

    /** A page of credentials, sorted by name, then id. */
    public List<StoredCredential> list(Filter filter, int first, int max) {
        List<Object[]> rows = query(ROWS, filter, " order by c.name, c.id", Object[].class)
                .setFirstResult(first)
                .setMaxResults(max)
                .getResultList();
        List<String> ids = rows.stream().map(row -> (String) row[0]).toList();
        Map<String, Map<String, String>> attributes = attributes(ids);
        return rows.stream()
                .map(row -> new StoredCredential(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4],
                        (Integer) row[5],
                        attributes.getOrDefault((String) row[0], Map.of())))
                .toList();
    }

    public long count(Filter filter) {
        return query("select count(c) from ClientEntity c where ", filter, "", Long.class)
                .getSingleResult();
    }

    /** The ids of all credentials of the realm. */
    public List<String> ids() {
        Filter any = new Filter(null, null, null);
        return query("select c.id from ClientEntity c where ", any, "", String.class)
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

    private <T> TypedQuery<T> query(String select, Filter filter, String order, Class<T> type) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("c.realmId = :realm and c.clientAuthenticatorType = :authenticator");
        parameters.put("realm", realm.getId());
        parameters.put("authenticator", ClientFlow.AUTHENTICATOR);
        if (filter.search() != null) {
            // Both sides by the database: it and Java do not agree on the lower case of every letter.
            where.append(" and (lower(c.name) like lower(:search) escape '!'"
                    + " or lower(c.description) like lower(:search) escape '!'"
                    + " or lower(c.clientId) like lower(:search) escape '!')");
            parameters.put("search", "%" + escapeLike(filter.search()) + "%");
        }
        if (filter.permissionSet() != null) {
            // "like" and not "=": the column is a large object, which Oracle cannot compare.
            where.append(" and exists (select 1 from ClientAttributeEntity a where a.client = c"
                    + " and a.name = :setAttribute and a.value like :set escape '!')");
            parameters.put("setAttribute", CredentialAttribute.PERMISSION_SET.key());
            parameters.put("set", escapeLike(filter.permissionSet()));
        }
        if (filter.enabled() != null) {
            where.append(" and c.enabled = :enabled");
            parameters.put("enabled", filter.enabled());
        }
        TypedQuery<T> query = entities.createQuery(select + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String escapeLike(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
