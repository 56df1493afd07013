package io.apicredentials.keycloak.client;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.keycloak.connections.jpa.support.EntityManagers;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.ClientManager;
import org.keycloak.services.managers.RealmManager;

/**
 * Creates, changes and removes the clients that are API credentials, in the transaction of the session.
 *
 * <p>It goes through the model API: Keycloak's own creation of clients from a representation generates a clear-text
 * secret for every confidential client.
 */
public final class CredentialClients {

    private static final String CLIENT_ID_PREFIX = "apicred-";

    /** How late a token may still be issued by a request that was under way, or by a clock that is ahead; seconds. */
    public static final int REVOCATION_MARGIN = 60;

    /** What the id of a client begins with that another store keeps. */
    private static final String ELSEWHERE = "f:";

    private static final String DELETED = "api-credential-deleted:";

    private final KeycloakSession session;
    private final RealmModel realm;

    public CredentialClients(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * The API credential with this id; empty for other clients. No id has a NUL, on which PostgreSQL fails, and none is of a
     * client that another store keeps, which Keycloak may fail to read.
     */
    public Optional<ClientModel> find(String id) {
        return Optional.of(id)
                .filter(text -> text.indexOf('\0') < 0 && !text.startsWith(ELSEWHERE))
                .map(realm::getClientById)
                .filter(StoredCredential::isApiCredential);
    }

    /**
     * Creates a credential that has no secret yet. The database is told of all of it at once, at the end of the transaction or when it is asked
     * for something: Keycloak would write the service account, and what else waits to be written, as soon as that is added.
     */
    public ClientModel create(
            String permissionSet, CredentialContent content, ClientScopeModel scope, String createdBy, Instant now) {
        AtomicReference<ClientModel> created = new AtomicReference<>();
        EntityManagers.runInBatch(
                session, () -> created.set(add(permissionSet, content, scope, createdBy, now)), false);
        return Objects.requireNonNull(created.get());
    }

    private ClientModel add(
            String permissionSet, CredentialContent content, ClientScopeModel scope, String createdBy, Instant now) {
        ClientModel client = realm.addClient(KeycloakModelUtils.generateId(), CLIENT_ID_PREFIX + UUID.randomUUID());
        new ClientRow(session, client.getId()).writeProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setEnabled(true);
        client.setClientAuthenticatorType(ClientFlow.AUTHENTICATOR);
        CredentialAttribute.PERMISSION_SET.write(client, permissionSet);
        CredentialAttribute.CREATED_BY.write(client, createdBy);
        CredentialAttribute.CREATED_AT.write(client, now.truncatedTo(ChronoUnit.MILLIS));
        update(client, content, now);
        ClientShape.giveTokenType(client);
        new ClientShape(session, realm).giveNew(client, scope);
        return client;
    }

    /** Lets no other request change the client until this transaction ends, and reads it anew. */
    public RowLock lock(ClientModel client) {
        String clientId = client.getClientId();
        RowLock lock = new ClientRow(session, client.getId()).takeAnew();
        if (lock == RowLock.HELD) {
            // From here on the session reads from the database and not from the cache.
            Optional.ofNullable(session.getProvider(CacheRealmProvider.class))
                    .ifPresent(cache -> cache.registerClientInvalidation(client.getId(), clientId, realm.getId()));
        }
        return lock;
    }

    /** The same for a client that the session is editing: what it has changed stays. */
    public static RowLock lockEdited(KeycloakSession session, ClientModel client) {
        return new ClientRow(session, client.getId()).keepChanged();
    }

    public void update(ClientModel client, CredentialContent content, Instant now) {
        StoredContent.write(client, content);
        touch(client, now);
    }

    /** Notes a change; always later than the last one, since an edit is known to be stale by this instant. */
    public static void touch(ClientModel client, Instant now) {
        Instant last =
                Optional.ofNullable(StoredCredential.of(client).updatedAt()).orElse(Instant.MIN);
        Instant changed = now.truncatedTo(ChronoUnit.MILLIS);
        Instant touched = changed.isAfter(last) ? changed : last.plusMillis(1);
        CredentialAttribute.UPDATED_AT.write(client, touched);
        endRevocationMargin(client, now);
    }

    /** Enables or disables; false if it already was so. */
    public boolean setEnabled(ClientModel client, boolean enabled, Instant now) {
        if (client.isEnabled() == enabled) {
            return false;
        }
        client.setEnabled(enabled);
        touch(client, now);
        return true;
    }

    /**
     * Ends every token of a disabled credential wherever Keycloak is asked about it, by the client's not-before: also of
     * requests that are being answered at this moment, hence a margin as long as it stays disabled. It is a change like any
     * other, so that an edit that was begun before is stale and does not bring the tokens back.
     */
    public void revokeTokens(ClientModel client, Instant now) {
        client.setNotBefore(Math.max(client.getNotBefore(), seconds(now) + REVOCATION_MARGIN));
        touch(client, now);
    }

    /**
     * Not-before counts in whole seconds and spares the tokens of its own, hence the next one. That also mends a value far
     * ahead, which would refuse every token for as long: all tokens there are stay ended by it.
     */
    private static void endRevocationMargin(ClientModel client, Instant now) {
        int next = seconds(now) + 1;
        if (client.isEnabled() && client.getNotBefore() > next) {
            client.setNotBefore(next);
        }
    }

    /**
     * Removes it for good.
     *
     * @param revokeTokens false lets tokens already issued go on working until they expire, unless there are some among
     *     them that have been revoked: what tells the two apart goes with the client
     */
    public void delete(ClientModel client, boolean revokeTokens, Instant now) {
        session.setAttribute(DELETED + client.getId(), true);
        if (!revokeTokens && !isRevocationInForce(client.getNotBefore(), now)) {
            new DeletedCredentials(session, realm).remember(client, now);
        }
        new ClientManager(new RealmManager(session)).removeClient(realm, client);
    }

    /** Whether this session has deleted a credential by {@link #delete}, and not in one of Keycloak's ways. */
    public static boolean isDeletedIn(KeycloakSession session, String id) {
        return session.getAttribute(DELETED + id) != null;
    }

    /** Whether there can be tokens that would be valid but for this not-before: those of the last hour. */
    public static boolean isRevocationInForce(int notBefore, Instant now) {
        return notBefore > seconds(now) - RealmSettings.TOKEN_LIFESPAN;
    }

    /** Whether this not-before is further ahead than a revocation sets it. */
    public static boolean isBeyondMargin(int notBefore, Instant now) {
        return notBefore > seconds(now) + REVOCATION_MARGIN;
    }

    private static int seconds(Instant time) {
        return Math.toIntExact(time.getEpochSecond());
    }
}
