package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/**
 * What a realm says about its credentials, as the rows of the database have it, past the cache and past what a session has
 * read before.
 */
public final class RealmAttributeRows {

    /** The beginning of the names of all attributes that are ours. */
    private static final String OURS = "api.credential.%";

    private static final String REALM = "select count(r) from RealmEntity r where r.id = :id";
    private static final String ATTRIBUTES =
            "select a.name, a.value from RealmAttributeEntity a where a.realm.id = :id and a.name like :ours";

    private RealmAttributeRows() {}

    /**
     * The attributes of a realm that are ours, by their names; empty when there is no such realm.
     *
     * @param session one that has changed nothing itself for what is committed; any other sees what it has changed too, which
     *     is written for that
     */
    public static Optional<Map<String, String>> read(KeycloakSession session, String realmId) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        boolean isThere = entities.createQuery(REALM, Long.class)
                        .setParameter("id", realmId)
                        .getSingleResult()
                > 0;
        return isThere ? Optional.of(attributes(entities, realmId)) : Optional.empty();
    }

    private static Map<String, String> attributes(EntityManager entities, String realmId) {
        Map<String, String> attributes = new HashMap<>();
        entities.createQuery(ATTRIBUTES, Object[].class)
                .setParameter("id", realmId)
                .setParameter("ours", OURS)
                .getResultList()
                .forEach(row -> attributes.put((String) row[0], (String) row[1]));
        return attributes;
    }
}
