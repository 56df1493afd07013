package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.ClientFlow;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * Which credentials of a realm to look for; null means any.
 *
 * @param search part of name, description or client ID, in any case
 * @param owner the team or the user id
 * @param owned whether it says anything of an owner
 * @param having an attribute that it has
 */
public record CredentialFilter(
        @Nullable String search,
        @Nullable String permissionSet,
        @Nullable Boolean enabled,
        @Nullable String owner,
        @Nullable Boolean owned,
        @Nullable CredentialAttribute<?> having) {

    /** Finds all. */
    public static final CredentialFilter ANY = new CredentialFilter(null, null, null, null, null);

    /** One that asks for no attribute. */
    public CredentialFilter(
            @Nullable String search,
            @Nullable String permissionSet,
            @Nullable Boolean enabled,
            @Nullable String owner,
            @Nullable Boolean owned) {
        this(search, permissionSet, enabled, owner, owned, null);
    }

    /**
     * The query for it.
     *
     * @param select ends with {@code where} and has the client as {@code c}
     */
    <T> TypedQuery<T> query(EntityManager entities, RealmModel realm, String select, String order, Class<T> type) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("c.realmId = :realm and c.clientAuthenticatorType = :authenticator");
        parameters.put("realm", realm.getId());
        parameters.put("authenticator", ClientFlow.AUTHENTICATOR);
        if (search != null) {
            // Both sides by the database: it and Java do not agree on the lower case of every letter.
            where.append(" and (lower(c.name) like lower(:search) escape '!'"
                    + " or lower(c.description) like lower(:search) escape '!'"
                    + " or lower(c.clientId) like lower(:search) escape '!')");
            parameters.put("search", "%" + escapeLike(search) + "%");
        }
        if (permissionSet != null) {
            // "like" and not "=": the column is a large object, which Oracle cannot compare.
            where.append(" and exists (select 1 from ClientAttributeEntity s where s.client = c"
                    + " and s.name = :setAttribute and s.value like :set escape '!')");
            parameters.put("setAttribute", CredentialAttribute.PERMISSION_SET.key());
            parameters.put("set", escapeLike(permissionSet));
        }
        if (enabled != null) {
            where.append(" and c.enabled = :enabled");
            parameters.put("enabled", enabled);
        }
        if (owner != null) {
            where.append(" and exists (select 1 from ClientAttributeEntity o where o.client = c"
                    + " and o.name in (:ownerAttributes) and o.value like :owner escape '!')");
            parameters.put(
                    "ownerAttributes",
                    List.of(CredentialAttribute.OWNER_TEAM.key(), CredentialAttribute.OWNER_USER.key()));
            parameters.put("owner", escapeLike(owner));
        }
        if (owned != null) {
            where.append(owned ? " and" : " and not")
                    .append(
                            " exists (select 1 from ClientAttributeEntity w where w.client = c and w.name in (:owning))");
            parameters.put(
                    "owning",
                    List.of(
                            CredentialAttribute.OWNER_TEAM.key(),
                            CredentialAttribute.OWNER_CONTACT.key(),
                            CredentialAttribute.OWNER_USER.key()));
        }
        if (having != null) {
            where.append(" and exists (select 1 from ClientAttributeEntity h where h.client = c and h.name = :having)");
            parameters.put("having", having.key());
        }
        TypedQuery<T> query = entities.createQuery(select + where + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    /**
     * The same for those that are enabled, or those that are not, unless it says already which.
     *
     * @param are what is true of all that are looked for, so that the database need not read others
     */
    public CredentialFilter ifEnabled(boolean are) {
        return enabled == null ? new CredentialFilter(search, permissionSet, are, owner, owned, having) : this;
    }

    /** The same for those that have an attribute, which is true of all that are looked for, unless it names one already. */
    public CredentialFilter ifHaving(CredentialAttribute<?> attribute) {
        return having == null ? new CredentialFilter(search, permissionSet, enabled, owner, owned, attribute) : this;
    }

    private static String escapeLike(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
