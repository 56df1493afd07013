package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.permission.Permissions;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What the credentials of a realm hold, all of them read with one query. */
public record GrantedPermissions(KeycloakSession session, RealmModel realm) {

    private static final String QUERY = "select c.clientId, c.name, s.value, p.value"
            + " from ClientEntity c, ClientAttributeEntity s, ClientAttributeEntity p"
            + " where c.realmId = :realm and c.clientAuthenticatorType = :authenticator"
            + " and s.client = c and s.name = :set and p.client = c and p.name = :permissions"
            + " order by c.name, c.id";

    /** One credential, by what people know of it, its set and its permissions. */
    public record Holder(String clientId, @Nullable String name, String set, Permissions permissions) {}

    /** All whose permissions can be read, by name. */
    public List<Holder> list() {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return entities.createQuery(QUERY, Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("authenticator", ClientFlow.AUTHENTICATOR)
                .setParameter("set", CredentialAttribute.PERMISSION_SET.key())
                .setParameter("permissions", CredentialAttribute.PERMISSIONS.key())
                .getResultStream()
                .flatMap(GrantedPermissions::holder)
                .toList();
    }

    private static Stream<Holder> holder(Object[] row) {
        return Permissions.parse((String) row[3])
                .map(permissions -> new Holder((String) row[0], (String) row[1], (String) row[2], permissions))
                .stream();
    }
}
