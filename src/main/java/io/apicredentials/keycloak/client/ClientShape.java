package io.apicredentials.keycloak.client;

import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.crypto.Algorithm;
import org.keycloak.models.CibaConfig;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ClientSecretConstants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OAuth2DeviceConfig;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCConfigAttributes;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/** What a client has, and has not, that is an API credential, beside the content of the credential. */
public final class ClientShape {

    /** Attributes by which a client is given other flows than the one of credentials, or refresh tokens. */
    public static final List<String> SWITCHES_THAT_STAY_OFF = List.of(
            OIDCConfigAttributes.USE_REFRESH_TOKEN_FOR_CLIENT_CREDENTIALS_GRANT,
            OIDCConfigAttributes.STANDARD_TOKEN_EXCHANGE_ENABLED,
            OIDCConfigAttributes.JWT_AUTHORIZATION_GRANT_ENABLED,
            OAuth2DeviceConfig.OAUTH2_DEVICE_AUTHORIZATION_GRANT_ENABLED,
            CibaConfig.OIDC_CIBA_GRANT_ENABLED);

    private static final List<String> SECRETS = List.of(
            ClientSecretConstants.CLIENT_SECRET_CREATION_TIME,
            ClientSecretConstants.CLIENT_SECRET_EXPIRATION,
            ClientSecretConstants.CLIENT_ROTATED_SECRET,
            ClientSecretConstants.CLIENT_ROTATED_SECRET_CREATION_TIME,
            ClientSecretConstants.CLIENT_ROTATED_SECRET_EXPIRATION_TIME);

    /**
     * The first shortens no token; longer than the realm's sessions, it would keep the realm from being imported. The
     * second is about redirects after a log-out, of which a credential has none; imports add it.
     */
    private static final List<String> USELESS =
            List.of(OIDCConfigAttributes.CLIENT_SESSION_MAX_LIFESPAN, OIDCConfigAttributes.POST_LOGOUT_REDIRECT_URIS);

    /** Attributes that a credential does not keep, whatever an edit gives it. */
    public static final List<String> TAKEN_ATTRIBUTES = Stream.of(SWITCHES_THAT_STAY_OFF, SECRETS, USELESS)
            .flatMap(List::stream)
            .toList();

    private final KeycloakSession session;
    private final RealmModel realm;

    public ClientShape(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Gives a client everything an API credential has and takes everything else away: one flow, one client scope, no
     * clear-text secret, a service account without roles and groups. Imports need it as well as new credentials.
     */
    public void give(ClientModel client, ClientScopeModel scope) {
        give(client, scope, Optional.empty());
    }

    /**
     * The same for a client that takes the place of another one.
     *
     * @param accountId the id for its service account if it has none: that of the other, the {@code sub} of tokens
     */
    public void give(ClientModel client, ClientScopeModel scope, Optional<String> accountId) {
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
        client.setRedirectUris(Set.of());
        client.setWebOrigins(Set.of());
        TAKEN_ATTRIBUTES.forEach(client::removeAttribute);
        removeClearTextSecrets(client);
        setTokenAttributes(client);
        assignScope(client, scope);
        ensureServiceAccount(client, accountId);
    }

    /** Takes away what Keycloak generates for every confidential client without a secret, and what rotation leaves. */
    public static void removeClearTextSecrets(ClientModel client) {
        client.setSecret(null);
        client.setRegistrationToken(null);
        SECRETS.forEach(client::removeAttribute);
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

    private void ensureServiceAccount(ClientModel client, Optional<String> id) {
        UserModel existing = session.users().getServiceAccount(client);
        if (existing != null) {
            takeRoles(existing);
            return;
        }
        var user = session.users().addUser(realm, id.orElse(null), username(client.getClientId()), false, false);
        user.setEnabled(true);
        user.setServiceAccountClientLink(client.getId());
    }

    /** Roles would be worth nothing in a token without the roles scope; there is no reason to hold any. */
    private static void takeRoles(UserModel account) {
        List.copyOf(account.getRoleMappingsStream().toList()).forEach(account::deleteRoleMapping);
        List.copyOf(account.getGroupsStream().toList()).forEach(account::leaveGroup);
    }

    /** The user name of the service account of a client. */
    public static String username(String clientId) {
        return ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + clientId;
    }
}
