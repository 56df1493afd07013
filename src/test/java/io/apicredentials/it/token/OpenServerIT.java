package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** An operator has chosen a library for signatures, and forgotten to add it. */
@KeycloakTest(server = UnguardedServer.class)
final class OpenServerIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    OpenServerIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    @Test
    void theServerSaysThatTheLibraryIsNotThere() {
        assertThat(server.wholeLog().lines())
                .filteredOn(line -> line.contains("signing is 'corretto', and its JAR"))
                .singleElement()
                .asString()
                .contains("WARN");
    }

    @Test
    void tokensAreSignedAllTheSame() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        realm.offlineCheck().claims(realm.tokenEndpoint().request(credential).accessToken());

        assertThat(server.wholeLog().lines())
                .anyMatch(line -> line.contains("Tokens of API credentials are signed by BC"));
    }
}
