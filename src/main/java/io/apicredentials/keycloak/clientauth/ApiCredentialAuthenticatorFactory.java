package io.apicredentials.keycloak.clientauth;

import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.settings.ClientFlow;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.authentication.ClientAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Offers the client authenticator to Keycloak. */
public final class ApiCredentialAuthenticatorFactory implements ClientAuthenticatorFactory {

    private static final List<ProviderConfigProperty> PER_CLIENT = ProviderConfigurationBuilder.create()
            .property()
            .name(CredentialAttribute.ALLOWED_IPS.key())
            .label("Allowed IP addresses")
            .helpText("Up to 6 IPv4 addresses or ranges such as 198.51.100.0/24, separated by commas, from which the"
                    + " credential can be used; 0.0.0.0/0 alone allows all.")
            .type(ProviderConfigProperty.STRING_TYPE)
            .add()
            .build();

    private final ClientAuthenticator authenticator =
            new ApiCredentialAuthenticator(new FailureCounts(), InstantSource.system());

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public ClientAuthenticator create() {
        return authenticator;
    }

    @Override
    public ClientAuthenticator create(KeycloakSession session) {
        return authenticator;
    }

    @Override
    public String getId() {
        return ClientFlow.AUTHENTICATOR;
    }

    @Override
    public String getDisplayType() {
        return "API credential";
    }

    @Override
    public String getReferenceCategory() {
        return getId();
    }

    @Override
    public String getHelpText() {
        return "Authenticates API credentials by client ID and secret from the addresses listed for them, for the client"
                + " credentials grant only.";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public AuthenticationExecutionModel.Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES.clone();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    /** What the stock console offers on the Credentials tab of a client. */
    @Override
    public List<ProviderConfigProperty> getConfigPropertiesPerClient() {
        return PER_CLIENT;
    }

    @Override
    public Map<String, Object> getAdapterConfiguration(KeycloakSession session, ClientModel client) {
        return Map.of();
    }

    /**
     * None, although it speaks {@code client_secret_basic} and {@code client_secret_post}: discovery lists those already,
     * and dynamic registration must not pick this authenticator for them.
     */
    @Override
    public Set<String> getProtocolAuthenticatorMethods(String loginProtocol) {
        return Set.of();
    }

    @Override
    public void close() {}
}
