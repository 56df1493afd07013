package io.apicredentials.keycloak.provider;

import io.apicredentials.keycloak.address.ProxySettings;
import io.apicredentials.keycloak.install.Installer;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Reads the options of the server, and has the realms prepared for API credentials. */
public final class ApiCredentialsFactory implements ProviderFactory<ApiCredentials> {

    static final String ID = "server";

    private ServerOptions options = new ServerOptions(true, 0, ProxySettings.NONE);

    @Override
    public void init(Config.Scope config) {
        options = OptionReader.ofServer(config).read();
        options.proxies().logWarnings();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        Installer.register(factory, options.installIntoExistingRealms());
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
