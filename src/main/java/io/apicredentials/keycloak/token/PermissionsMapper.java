package io.apicredentials.keycloak.token;

import io.apicredentials.keycloak.client.StoredCredential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.representations.AccessToken;

/**
 * Writes the permissions of an API credential into its access token. It is silent for every other client and grant, so
 * that the scope does no harm where somebody else assigns it.
 */
public final class PermissionsMapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper {

    public static final String PROVIDER_ID = "api-credential-permissions";

    private static final List<ProviderConfigProperty> CONFIGURATION = ProviderConfigurationBuilder.create()
            .property()
            .name(ClaimNames.PERMISSIONS)
            .label("Permissions claim")
            .helpText("The claim that holds the permissions, a list of objects. Resource servers read it; changing it"
                    + " changes every token issued from now on.")
            .type(ProviderConfigProperty.STRING_TYPE)
            .defaultValue(ClaimNames.DEFAULT.permissions())
            .add()
            .property()
            .name(ClaimNames.PERMISSION_SET)
            .label("Permission set claim")
            .helpText("The claim that holds the type of the permission set. Changing it changes every token issued from"
                    + " now on.")
            .type(ProviderConfigProperty.STRING_TYPE)
            .defaultValue(ClaimNames.DEFAULT.permissionSet())
            .add()
            .build();

    /** A mapper with the default claim names, for the client scope. */
    public static ProtocolMapperModel model() {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setName("permissions");
        model.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        model.setProtocolMapper(PROVIDER_ID);
        model.setConfig(new LinkedHashMap<>(Map.of(
                ClaimNames.PERMISSIONS, ClaimNames.DEFAULT.permissions(),
                ClaimNames.PERMISSION_SET, ClaimNames.DEFAULT.permissionSet())));
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
            CredentialClaims.of(client).ifPresent(claims -> claims.writeTo(token, ClaimNames.of(mapper)));
        }
        return token;
    }

    /** Called when an administrator saves the mapper. */
    @Override
    public void validateConfig(
            KeycloakSession session, RealmModel realm, ProtocolMapperContainerModel owner, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        Optional<String> problem = ClaimNames.of(mapper).problem();
        if (problem.isPresent()) {
            throw new ProtocolMapperConfigException(problem.get(), problem.get());
        }
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
