package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.install.Installer;
import io.apicredentials.keycloak.settings.ClientFlow;
import org.keycloak.Config;
import org.keycloak.authentication.ClientAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Reads the options of the server, and has the realms prepared for API credentials. */
public final class ApiCredentialsFactory implements ProviderFactory<ApiCredentials> {

    static final String ID = "server";

    private ServerOptions options = ServerOptions.UNKNOWN;

    @Override
    public void init(Config.Scope config) {
        options = OptionReader.ofServer(config).read();
        options.proxies().logWarnings();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // A realm that is given an execution without its provider does not authenticate clients any more.
        boolean canAuthenticate =
                factory.getProviderFactory(ClientAuthenticator.class, ClientFlow.AUTHENTICATOR) != null;
        if (canAuthenticate) {
            Installer.register(factory, options.installIntoExistingRealms());
        }
    }

    @Override
    public ApiCredentials create(KeycloakSession session) {
        return new ApiCredentials(options);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void close() {}
}
