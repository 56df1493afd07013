package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.store.RealmSettings;
import io.apicredentials.keycloak.store.StoredCredential;
import io.apicredentials.permission.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.representations.AccessToken;

/**
 * Writes the permissions of an API credential into its access token. It is silent for every other client and grant, so
 * that the scope does no harm where somebody else assigns it.
 */
public final class PermissionsMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, TokenIntrospectionTokenMapper {

    public static final String PROVIDER_ID = "api-credential-permissions";

    static final String PERMISSIONS_CLAIM = "permissions.claim.name";
    static final String PERMISSION_SET_CLAIM = "permission-set.claim.name";
    private static final String DEFAULT_PERMISSIONS_CLAIM = "permissions";
    private static final String DEFAULT_PERMISSION_SET_CLAIM = "permission_set";

    private static final List<ProviderConfigProperty> CONFIGURATION = ProviderConfigurationBuilder.create()
            .property()
            .name(PERMISSIONS_CLAIM)
            .label("Permissions claim")
            .helpText("The claim that holds the permissions, a list of objects. Resource servers read it; changing it"
                    + " changes every token issued from now on.")
            .type(ProviderConfigProperty.STRING_TYPE)
            .defaultValue(DEFAULT_PERMISSIONS_CLAIM)
            .add()
            .property()
            .name(PERMISSION_SET_CLAIM)
            .label("Permission set claim")
            .helpText("The claim that holds the type of the permission set. Changing it changes every token issued from"
                    + " now on.")
            .type(ProviderConfigProperty.STRING_TYPE)
            .defaultValue(DEFAULT_PERMISSION_SET_CLAIM)
            .add()
            .build();

    /** A mapper with the default claim names, for the client scope. */
    public static ProtocolMapperModel model() {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setName("permissions");
        model.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        model.setProtocolMapper(PROVIDER_ID);
        model.setConfig(new LinkedHashMap<>(Map.of(
                PERMISSIONS_CLAIM, DEFAULT_PERMISSIONS_CLAIM,
                PERMISSION_SET_CLAIM, DEFAULT_PERMISSION_SET_CLAIM)));
        return model;
    }

    /** Always, also into lightweight tokens: a token of an API credential without permissions is worth nothing. */
    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        boolean clientCredentialsGrant =
                OAuth2Constants.CLIENT_CREDENTIALS.equals(context.getAttribute(Constants.GRANT_TYPE, String.class));
        ClientModel client = context.getClientSession().getClient();
        if (clientCredentialsGrant && StoredCredential.isApiCredential(client)) {
            write(token, mapper, client);
        }
        return token;
    }

    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        ClientModel client = context.getClientSession().getClient();
        if (StoredCredential.isApiCredential(client)) {
            write(token, mapper, client);
        }
        return token;
    }

    private static void write(AccessToken token, ProtocolMapperModel mapper, ClientModel client) {
        StoredCredential credential = StoredCredential.of(client);
        credential
                .permissions()
                .ifPresent(permissions -> token.setOtherClaims(
                        claimName(mapper, PERMISSIONS_CLAIM, DEFAULT_PERMISSIONS_CLAIM),
                        permissions.list().stream()
                                .map(PermissionsMapper::claim)
                                .toList()));
        credential
                .permissionSet()
                .ifPresent(set -> token.setOtherClaims(
                        claimName(mapper, PERMISSION_SET_CLAIM, DEFAULT_PERMISSION_SET_CLAIM), set));
        token.setOtherClaims("client_id", client.getClientId());
        token.audience(new RealmSettings(client.getRealm()).audience().toArray(String[]::new));
        // What is left would be an empty claim: none of the scopes of a credential has a name for tokens.
        if (Objects.requireNonNullElse(token.getScope(), "").isBlank()) {
            token.setScope(null);
        }
    }

    private static Map<String, String> claim(Permission permission) {
        Map<String, String> claim = new LinkedHashMap<>();
        claim.put("type", permission.type());
        claim.put("action", permission.action());
        claim.put("scope", permission.scope());
        if (permission.resource() != null) {
            claim.put("resource", permission.resource());
        }
        return claim;
    }

    private static String claimName(ProtocolMapperModel mapper, String property, String defaultName) {
        String configured = mapper.getConfig().getOrDefault(property, "").strip();
        return configured.isEmpty() ? defaultName : configured;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "API credential permissions";
    }

    @Override
    public String getHelpText() {
        return "Writes permissions, permission set and audience into the access tokens of API credentials. Does nothing for"
                + " other clients.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return CONFIGURATION;
    }
}
