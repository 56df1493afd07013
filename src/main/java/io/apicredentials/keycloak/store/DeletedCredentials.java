package io.apicredentials.keycloak.store;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Remembers a deleted credential for as long as tokens of it can be valid, so that introspection can tell them from those
 * of a client that never was.
 *
 * <p>Kept where Keycloak keeps revoked tokens: its one store whose entries expire, reach every node and survive a restart.
 */
public final class DeletedCredentials {

    private static final String KEY = "api-credential-deleted:";

    private final KeycloakSession session;
    private final RealmModel realm;

    public DeletedCredentials(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public void remember(String clientId) {
        session.revokedTokens().put(key(clientId), RealmSettings.TOKEN_LIFESPAN);
    }

    public boolean contains(String clientId) {
        return session.revokedTokens().contains(key(clientId));
    }

    private String key(String clientId) {
        return KEY + realm.getId() + ":" + clientId;
    }
}
