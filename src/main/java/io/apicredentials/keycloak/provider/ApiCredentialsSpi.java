package io.apicredentials.keycloak.provider;

import org.keycloak.provider.Provider;
import org.keycloak.provider.Spi;

/** Makes API credentials known to Keycloak as something that has options, a start and an end. */
public final class ApiCredentialsSpi implements Spi {

    /** The name in options: {@code --spi-api-credentials--server--…}. */
    static final String NAME = "api-credentials";

    @Override
    public boolean isInternal() {
        return true;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return ApiCredentials.class;
    }

    @Override
    public Class<ApiCredentialsFactory> getProviderFactoryClass() {
        return ApiCredentialsFactory.class;
    }
}
