package io.apicredentials.keycloak.provider;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * API credentials on this server.
 *
 * @param options what the server was told at its start
 */
public record ApiCredentials(ServerOptions options) implements Provider {

    /** The options of the server that has this session. */
    public static ServerOptions options(KeycloakSession session) {
        return session.getProvider(ApiCredentials.class).options();
    }

    @Override
    public void close() {}
}
