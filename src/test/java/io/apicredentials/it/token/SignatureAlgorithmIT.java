package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm chooses the algorithm that the tokens of its credentials are signed with. */
@KeycloakTest
final class SignatureAlgorithmIT {

    private final KeycloakServer server;

    SignatureAlgorithmIT(KeycloakServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS384", "ES512", "EdDSA"})
    void tokensAreSignedAsTheRealmSays(String algorithm) throws ParseException {
        try (TestRealm realm = TestRealm.create(server, chosen(algorithm))) {
            assertThat(algorithmOf(realm)).isEqualTo(JWSAlgorithm.parse(algorithm));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "es256"})
    void anyOtherIsTakenAsEs256(String algorithm) throws ParseException {
        try (TestRealm realm = TestRealm.create(server, chosen(algorithm))) {
            assertThat(algorithmOf(realm)).isEqualTo(JWSAlgorithm.ES256);
        }
    }

    @Test
    void administratorsAreToldOfAnyOther() {
        try (TestRealm realm = TestRealm.create(server, chosen("none"))) {
            JsonNode created = realm.credentials()
                    .create(CredentialRequests.of("wallets", "127.0.0.1"))
                    .expect(201)
                    .json();

            assertThat(created.path("warnings")).hasSize(1);
            assertThat(created.at("/warnings/0").asText())
                    .contains("ES256")
                    .contains("'api.credential.signature-algorithm'");
        }
    }

    private static RealmChange chosen(String algorithm) {
        return content -> content.withObject("/attributes").put("api.credential.signature-algorithm", algorithm);
    }

    private static JWSAlgorithm algorithmOf(TestRealm realm) throws ParseException {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        return SignedJWT.parse(realm.tokenEndpoint().request(credential).accessToken())
                .getHeader()
                .getAlgorithm();
    }
}
