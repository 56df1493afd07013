package io.apicredentials.keycloak.provider;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * API credentials on this server.
 *
 * @param options what the server was told at its start
 */
public record ApiCredentials(ServerOptions options) implements Provider {

    /** The options of the server that has this session; none are known where an operator has disabled this provider. */
    public static ServerOptions options(KeycloakSession session) {
        return Optional.ofNullable(session.getProvider(ApiCredentials.class))
                .map(ApiCredentials::options)
                .orElse(ServerOptions.UNKNOWN);
    }

    @Override
    public void close() {}
}
