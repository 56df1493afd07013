package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer in a token of a credential is the one that the realm says of itself (OpenID Connect Discovery 3). */
@KeycloakTest
final class IssuerIT {

    private final KeycloakServer server;

    IssuerIT(KeycloakServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain-", "Under_Score", "with.dot", "a b", "ümlaut"})
    void isThatOfDiscovery(String name) {
        isThatOfDiscovery(TestRealm.create(server, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example.com", "https://id.example.com/a/"})
    void isThatOfDiscoveryAtTheRealmsOwnAddress(String frontendUrl) {
        isThatOfDiscovery(TestRealm.create(
                server, content -> content.withObject("/attributes").put("frontendUrl", frontendUrl)));
    }

    private static void isThatOfDiscovery(TestRealm created) {
        try (TestRealm realm = created) {
            ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

            Answer answer = realm.tokenEndpoint().request(credential);

            assertThat(answer.claims().path("iss").asText())
                    .isEqualTo(Http.from(KeycloakServer.LOCALHOST)
                            .get(realm.url() + "/.well-known/openid-configuration", Fields.none())
                            .expect(200)
                            .json()
                            .path("issuer")
                            .asText());
            assertThat(realm.isActive(answer.accessToken())).isTrue();
        }
    }
}
