package io.apicredentials.it.guard;

import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.ServerChange;

/** A server with Keycloak's new admin API, which is experimental in this version. */
final class AdminApiV2Server implements ServerChange {

    @Override
    public String name() {
        return "admin-api-v2";
    }

    @Override
    public void apply(KeycloakServerBuilder server) {
        server.buildOption("--features=client-admin-api:v2");
    }
}
