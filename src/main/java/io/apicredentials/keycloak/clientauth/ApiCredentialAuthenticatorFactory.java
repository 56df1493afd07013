package io.apicredentials.keycloak.clientauth;

import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.client.CredentialAttribute;
import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.settings.ClientFlow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.authentication.ClientAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** Offers the client authenticator to Keycloak and, with it, has the realms prepared for it. */
public final class ApiCredentialAuthenticatorFactory implements ClientAuthenticatorFactory {

    private static final Logger LOG = Logger.getLogger(ApiCredentialAuthenticatorFactory.class);
    private static final String AUTO_INSTALL = "auto-install";
    private static final String ALL = "all";
    private static final String LAZY = "lazy";
    private static final String FAILURE_LIMIT = "failure-limit";

    private static final List<ProviderConfigProperty> PER_CLIENT = ProviderConfigurationBuilder.create()
            .property()
            .name(CredentialAttribute.ALLOWED_IPS.key())
            .label("Allowed IP addresses")
            .helpText("Up to 6 IPv4 addresses or ranges such as 198.51.100.0/24, separated by commas, from which the"
                    + " credential can be used; 0.0.0.0/0 alone allows all.")
            .type(ProviderConfigProperty.STRING_TYPE)
            .add()
            .build();

    private ClientAuthenticator authenticator = authenticator(ProxySettings.NONE, FailureCounts.DEFAULT_LIMIT);
    private boolean installIntoExistingRealms = true;

    @Override
    public void init(Config.Scope config) {
        String autoInstall = config.get(AUTO_INSTALL, ALL);
        if (!List.of(ALL, LAZY).contains(autoInstall)) {
            LOG.warnf(
                    "The option %s of the client authenticator %s is '%s'; write '%s' or '%s'. Taken as '%s'.",
                    AUTO_INSTALL, getId(), autoInstall, ALL, LAZY, ALL);
        }
        installIntoExistingRealms = !autoInstall.equals(LAZY);
        ProxySettings proxies = ProxySettings.read();
        proxies.logWarnings();
        authenticator = authenticator(
                proxies, failureLimit(config.get(FAILURE_LIMIT, Integer.toString(FailureCounts.DEFAULT_LIMIT))));
    }

    private int failureLimit(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Integer.parseInt(text);
        }
        LOG.warnf(
                "The option %s of the client authenticator %s is '%s'; write a number of failures in a minute, or 0 for no"
                        + " limit. Taken as %d.",
                FAILURE_LIMIT, getId(), text, FailureCounts.DEFAULT_LIMIT);
        return FailureCounts.DEFAULT_LIMIT;
    }

    private static ClientAuthenticator authenticator(ProxySettings proxies, int failureLimit) {
        return new ApiCredentialAuthenticator(proxies, new FailureCounts(failureLimit), Clock.systemUTC());
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        Installer.register(factory, installIntoExistingRealms);
    }

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
