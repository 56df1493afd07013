package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;

/**
 * The client scopes of credentials that the session has added, so that no cache knows them. Keycloak gives each client the default
 * scopes of its realm; its own way to take them back is two statements for each of a dozen.
 */
final class AssignedScopes {

    private static final String REMOVE_OTHERS =
            "delete from ClientScopeClientMappingEntity m where (m.clientScopeId <> :scope or m.defaultScope = false)"
                    + " and m.clientId in :ids";

    private static final String ADD =
            "insert into ClientScopeClientMappingEntity (clientScopeId, defaultScope, clientId)"
                    + " select :scope, :default, c.id from ClientEntity c where c.id in :ids and not exists"
                    + " (select 1 from ClientScopeClientMappingEntity m where m.clientId = c.id and m.clientScopeId = :scope)";

    private final EntityManager entities;
    private final ClientScopeModel scope;

    AssignedScopes(KeycloakSession session, ClientScopeModel scope) {
        this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.scope = scope;
    }

    /**
     * Gives them the one scope, as a default, and takes all others away: two statements.
     *
     * @param ids of clients; as many as a statement may have parameters
     */
    void giveOnly(List<String> ids) {
        entities.createQuery(REMOVE_OTHERS)
                .setParameter("scope", scope.getId())
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createQuery(ADD)
                .setParameter("scope", scope.getId())
                .setParameter("default", true)
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
