package io.apicredentials.keycloak.client;

import java.util.Collection;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Finds realms with a query, where loading each would be a query for each. */
public record RealmQuery(KeycloakSession session) {

    /** The ids of the realms that have one of these attributes. */
    public List<String> withAttribute(Collection<String> names) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select distinct a.realm.id from RealmAttributeEntity a where a.name in (:names)", String.class)
                .setParameter("names", names)
                .getResultList();
    }

    /** The ids of the realms with a client scope that has this attribute. */
    public List<String> withScopeAttribute(String name) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select distinct a.clientScope.realmId from ClientScopeAttributeEntity a where a.name = :name",
                        String.class)
                .setParameter("name", name)
                .getResultList();
    }
}
