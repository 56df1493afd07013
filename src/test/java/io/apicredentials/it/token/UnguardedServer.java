package io.apicredentials.it.token;

import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.ServerChange;

/** A server on which edits of credentials are not guarded, so that a test can open what is open nowhere else. */
final class UnguardedServer implements ServerChange {

    @Override
    public String name() {
        return "unguarded";
    }

    @Override
    public void apply(KeycloakServerBuilder server) {
        server.buildOption("--spi-client-validation--api-credential--enabled=false")
                // Of which the JAR is not there.
                .option("--spi-api-credentials--server--signing=corretto")
                .option("--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri="
                        + AuthenticationDevice.url());
    }
}
