package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.ClientEntity;

/**
 * The credentials that a realm brings along when it is created. One session makes all that a file has, and each of its queries and
 * writes looks through everything that it holds: with very many clients, Keycloak would spend nearly all its time on
 * that. So the session lets go of each credential, and few statements are about all of them.
 */
public record BroughtCredentials(KeycloakSession session, RealmModel realm) {

    /** Below the number of parameters that each database takes. */
    private static final int AT_ONCE = 500;

    /**
     * Writes what the session has of a credential, and has the session forget it. The next lookup reads a new object; changes of the
     * old one are lost.
     */
    public void letGo(ClientModel client) {
        EntityManager entities = entities();
        entities.flush();
        ClientEntity entity = entities.find(ClientEntity.class, client.getId());
        entity.getAttributes().forEach(entities::detach);
        entity.getProtocolMappers().forEach(entities::detach);
        entities.detach(entity);
    }

    /** Gives each of them what a credential has. */
    public void give(ClientScopeModel scope) {
        EntityManager entities = entities();
        entities.flush();
        FlushModeType mode = entities.getFlushMode();
        // Nothing that is asked for below has been changed below, but by what is written at once.
        entities.setFlushMode(FlushModeType.COMMIT);
        try {
            List<String> ids = new CredentialQuery(session, realm).ids(CredentialFilter.ANY);
            for (int first = 0; first < ids.size(); first += AT_ONCE) {
                give(scope, ids.subList(first, Math.min(first + AT_ONCE, ids.size())));
            }
        } finally {
            entities.setFlushMode(mode);
        }
    }

    private void give(ClientScopeModel scope, List<String> ids) {
        new AssignedScopes(session, scope).giveOnly(ids);
        Set<String> withAccount = new BroughtAccounts(session, realm).takeRolesAndGroups(ids);
        CredentialClients clients = new CredentialClients(session, realm);
        ClientShape shape = new ClientShape(session, realm);
        ids.forEach(id -> clients.find(id).ifPresent(client -> {
            shape.giveRules(client);
            if (!withAccount.contains(id)) {
                shape.addServiceAccount(client, Optional.empty());
            }
        }));
    }

    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
