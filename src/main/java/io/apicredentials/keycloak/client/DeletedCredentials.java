package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Remembers a deleted credential for as long as tokens of it can be valid, so that introspection can tell them from those
 * of a client that never was. By its service account, which is the subject of its tokens: another credential may be given
 * the same client ID, and has another account.
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

    /** To be called while the client is still there. Tokens of one that has an end are good until then, and no longer. */
    void remember(ClientModel client, Instant now) {
        long seconds = StoredCredential.of(client)
                .expiresAt()
                .map(end -> end.getEpochSecond() - now.getEpochSecond())
                .map(left -> Math.min(left, RealmSettings.TOKEN_LIFESPAN))
                .orElse((long) RealmSettings.TOKEN_LIFESPAN);
        if (seconds > 0) {
            Optional.ofNullable(session.users().getServiceAccount(client))
                    .ifPresent(account -> session.revokedTokens().put(key(account.getId()), seconds));
        }
    }

    /** Whether this was the service account of a credential that was deleted and whose tokens go on working. */
    public boolean contains(String serviceAccountId) {
        return session.revokedTokens().contains(key(serviceAccountId));
    }

    private String key(String serviceAccountId) {
        return KEY + realm.getId() + ":" + serviceAccountId;
    }
}
