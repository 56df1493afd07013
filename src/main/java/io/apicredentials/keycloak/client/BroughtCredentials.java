package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The credentials that a realm brings along when it is created. All that a file has brought is in the one session by then, and each
 * write to the database looks through all of it: few of them are made.
 */
public record BroughtCredentials(KeycloakSession session, RealmModel realm) {

    /** Below the number of parameters that each database takes. */
    private static final int AT_ONCE = 500;

    /** Keycloak gives each client the default scopes of its realm. Nobody else knows the realm yet, and no cache. */
    private static final String REMOVE_OTHERS =
            "delete from ClientScopeClientMappingEntity m where m.clientScopeId <> :scope and m.clientId in :ids";

    /** Gives each of them what a credential has. */
    public void give(ClientScopeModel scope) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        List<String> ids = new CredentialQuery(session, realm).ids(CredentialFilter.ANY);
        for (int first = 0; first < ids.size(); first += AT_ONCE) {
            entities.createQuery(REMOVE_OTHERS)
                    .setParameter("scope", scope.getId())
                    .setParameter("ids", ids.subList(first, Math.min(first + AT_ONCE, ids.size())))
                    .executeUpdate();
        }
        entities.flush();
        FlushModeType mode = entities.getFlushMode();
        // Nothing that is asked for below has been changed below, but by what Keycloak writes at once.
        entities.setFlushMode(FlushModeType.COMMIT);
        try {
            CredentialClients clients = new CredentialClients(session, realm);
            ClientShape shape = new ClientShape(session, realm);
            ids.forEach(id -> clients.find(id).ifPresent(client -> shape.give(client, scope)));
        } finally {
            entities.setFlushMode(mode);
        }
    }
}
