package io.apicredentials.keycloak.token;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.TokenExchangeProvider;
import org.keycloak.protocol.oidc.TokenExchangeProviderFactory;

/** Makes ours the provider that is asked first. */
public final class CredentialTokenExchangeFactory implements TokenExchangeProviderFactory {

    /** Keycloak's own have 10 at most, and the first that supports an exchange makes it. */
    private static final int FIRST = 1000;

    @Override
    public TokenExchangeProvider create(KeycloakSession session) {
        return new CredentialTokenExchange();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return "api-credential";
    }

    @Override
    public int order() {
        return FIRST;
    }
}
