package io.apicredentials.keycloak.store;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.secret.ClientSecret;
import io.apicredentials.secret.SecretHash;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
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

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CLIENT_ID_PREFIX = "apicred-";

    /** How late a token may still be issued by a request that was under way, or by a clock that is ahead; seconds. */
    private static final int REVOCATION_MARGIN = 60;

    private final KeycloakSession session;
    private final RealmModel realm;

    public CredentialClients(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** A new credential and its secret in clear, which exists nowhere else. */
    public record Created(ClientModel client, ClientSecret secret) {}

    /** The API credential with this id; empty for other clients. */
    public Optional<ClientModel> find(String id) {
        return Optional.ofNullable(realm.getClientById(id)).filter(StoredCredential::isApiCredential);
    }

    public Created create(
            String permissionSet, CredentialContent content, ClientScopeModel scope, String createdBy, Instant now) {
        ClientSecret secret = ClientSecret.of(random(ClientSecret.RANDOM_BYTES));
        String clientId = CLIENT_ID_PREFIX + UUID.randomUUID();
        ClientModel client = realm.addClient(KeycloakModelUtils.generateId(), clientId);
        client.setEnabled(true);
        client.setClientAuthenticatorType(CredentialAttribute.AUTHENTICATOR);
        client.setAttribute(CredentialAttribute.PERMISSION_SET, permissionSet);
        client.setAttribute(
                CredentialAttribute.SECRET_HASH,
                SecretHash.of(secret, random(SecretHash.SALT_BYTES)).encoded());
        client.setAttribute(CredentialAttribute.CREATED_BY, createdBy);
        client.setAttribute(
                CredentialAttribute.CREATED_AT,
                now.truncatedTo(ChronoUnit.MILLIS).toString());
        update(client, content, now);
        conform(client, scope);
        return new Created(client, secret);
    }

    public void update(ClientModel client, CredentialContent content, Instant now) {
        client.setName(content.name().value());
        client.setDescription(
                content.description() == null ? null : content.description().value());
        client.setAttribute(
                CredentialAttribute.ALLOWED_IPS,
                String.join(",", content.allowedIps().entries()));
        client.setAttribute(
                CredentialAttribute.PERMISSIONS, content.permissions().toString());
        touch(client, now);
    }

    /** Notes a change; always later than the last one, since an edit is known to be stale by this instant. */
    public static void touch(ClientModel client, Instant now) {
        Instant last =
                Optional.ofNullable(StoredCredential.of(client).updatedAt()).orElse(Instant.MIN);
        Instant changed = now.truncatedTo(ChronoUnit.MILLIS);
        Instant touched = changed.isAfter(last) ? changed : last.plusMillis(1);
        client.setAttribute(CredentialAttribute.UPDATED_AT, touched.toString());
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
     * Ends every token of a disabled credential, at introspection and at Keycloak's own endpoints (RFC 7009): also of
     * requests that are being answered at this moment, hence a margin as long as it stays disabled.
     */
    public void revokeTokens(ClientModel client, Instant now) {
        client.setNotBefore(seconds(now) + REVOCATION_MARGIN);
    }

    /** Not-before counts in whole seconds and spares the tokens of its own, hence the next one. */
    private static void endRevocationMargin(ClientModel client, Instant now) {
        int next = seconds(now) + 1;
        boolean isMargin = client.getNotBefore() > next && client.getNotBefore() <= seconds(now) + REVOCATION_MARGIN;
        if (client.isEnabled() && isMargin) {
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
        boolean someRevoked = client.getNotBefore() > seconds(now) - RealmSettings.TOKEN_LIFESPAN;
        if (!revokeTokens && !someRevoked) {
            new DeletedCredentials(session, realm).remember(client.getClientId());
        }
        new ClientManager(new RealmManager(session)).removeClient(realm, client);
    }

    /**
     * Gives a client everything an API credential has and takes everything else away: one flow, one client scope, no
     * clear-text secret, a service account without roles. Imports need it as well as new credentials.
     */
    public void conform(ClientModel client, ClientScopeModel scope) {
        client.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        client.setPublicClient(false);
        client.setBearerOnly(false);
        client.setConsentRequired(false);
        client.setFullScopeAllowed(false);
        client.setFrontchannelLogout(false);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(true);
        removeClearTextSecrets(client);
        setTokenAttributes(client);
        assignScope(client, scope);
        ensureServiceAccount(client);
    }

    /** Takes away what Keycloak generates for every confidential client without a secret, and what rotation leaves. */
    public static void removeClearTextSecrets(ClientModel client) {
        client.setSecret(null);
        client.setRegistrationToken(null);
        List.of(
                        ClientSecretConstants.CLIENT_SECRET_CREATION_TIME,
                        ClientSecretConstants.CLIENT_SECRET_EXPIRATION,
                        ClientSecretConstants.CLIENT_ROTATED_SECRET,
                        ClientSecretConstants.CLIENT_ROTATED_SECRET_CREATION_TIME,
                        ClientSecretConstants.CLIENT_ROTATED_SECRET_EXPIRATION_TIME)
                .forEach(client::removeAttribute);
    }

    /** A shorter lifespan and another algorithm are an administrator's choice for this one credential. */
    private void setTokenAttributes(ClientModel client) {
        if (!RealmSettings.isLifespan(client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN))) {
            client.setAttribute(
                    OIDCConfigAttributes.ACCESS_TOKEN_LIFESPAN, Integer.toString(RealmSettings.TOKEN_LIFESPAN));
        }
        String algorithm = client.getAttribute(OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG);
        if (!RealmSettings.SIGNATURE_ALGORITHMS.contains(Objects.requireNonNullElse(algorithm, ""))) {
            client.setAttribute(
                    OIDCConfigAttributes.ACCESS_TOKEN_SIGNED_RESPONSE_ALG,
                    new RealmSettings(realm).signatureAlgorithm().orElse(Algorithm.ES256));
        }
        // Longer than the realm's sessions it would keep the realm from being imported, and it shortens no token.
        client.removeAttribute(OIDCConfigAttributes.CLIENT_SESSION_MAX_LIFESPAN);
    }

    /** The scopes of the realm's defaults would bring roles, account audience and profile claims into the token. */
    private static void assignScope(ClientModel client, ClientScopeModel scope) {
        for (boolean isDefault : List.of(true, false)) {
            for (ClientScopeModel assigned :
                    List.copyOf(client.getClientScopes(isDefault).values())) {
                if (!assigned.getId().equals(scope.getId())) {
                    client.removeClientScope(assigned);
                }
            }
        }
        client.addClientScope(scope, true);
    }

    private void ensureServiceAccount(ClientModel client) {
        var existing = Optional.ofNullable(session.users().getServiceAccount(client));
        // Roles would be worth nothing in a token without the roles scope; there is no reason to hold any.
        existing.ifPresent(
                user -> List.copyOf(user.getRoleMappingsStream().toList()).forEach(user::deleteRoleMapping));
        if (existing.isEmpty()) {
            var user = session.users().addUser(realm, null, "service-account-" + client.getClientId(), false, false);
            user.setEnabled(true);
            user.setServiceAccountClientLink(client.getId());
        }
    }

    private static int seconds(Instant time) {
        return Math.toIntExact(time.getEpochSecond());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
