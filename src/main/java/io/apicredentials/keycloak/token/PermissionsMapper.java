package io.apicredentials.keycloak.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The names under which the tokens of API credentials have their claims, where an administrator of the realm can choose them.
 * It writes nothing itself: {@link CredentialTokenPostProcessor} does, when all mappers have written, whether or not a
 * credential has this one.
 */
public final class PermissionsMapper extends AbstractOIDCProtocolMapper {

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
        return "Names the claims of the access tokens of API credentials. Does nothing for other clients.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return CONFIGURATION;
    }
}
