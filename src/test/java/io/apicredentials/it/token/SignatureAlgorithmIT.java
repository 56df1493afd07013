package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.TestRealm;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realm chooses the algorithm that the tokens of its credentials are signed with. */
@KeycloakTest
final class SignatureAlgorithmIT {

    private static final String BY_BOUNCY_CASTLE = "BC signs with the key";

    private final KeycloakServer server;

    SignatureAlgorithmIT(KeycloakServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS384"})
    void tokensAreSignedAsTheRealmSays(String algorithm) throws Exception {
        LogMark log = new SignedTokens(server).areGood(algorithm);

        assertThat(log.lines()).noneMatch(line -> line.contains(BY_BOUNCY_CASTLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512", "EdDSA"})
    void bouncyCastleSignsWithWhatItIsFastAt(String algorithm) throws Exception {
        LogMark log = new SignedTokens(server).areGood(algorithm);

        assertThat(log.lines()).anyMatch(line -> line.contains(BY_BOUNCY_CASTLE));
    }

    @Test
    void bouncyCastleSignsWithAKeyOfAKeystore() throws Exception {
        LogMark log = new SignedTokens(server).areGoodWithAKeyOfAKeystore();

        assertThat(log.lines()).anyMatch(line -> line.contains(BY_BOUNCY_CASTLE));
    }

    /** Keycloak signs with the same key as before, by itself. */
    @Test
    void tokensOfOtherClientsAreSignedByKeycloak() {
        LogMark log = server.markLog();
        try (TestRealm realm = TestRealm.create(server, content -> {})) {
            ClientCredentials other = new ClientCredentials("", "other", "the-secret-of-another-client");
            ObjectNode client = JsonNodeFactory.instance
                    .objectNode()
                    .put("clientId", other.clientId())
                    .put("secret", other.clientSecret())
                    .put("serviceAccountsEnabled", true);
            client.withObject("/attributes").put("access.token.signed.response.alg", "ES256");
            realm.admin().post("clients", client).expect(201);

            realm.tokenEndpoint().request(other).expect(200);
        }
        assertThat(log.lines()).noneMatch(line -> line.contains(BY_BOUNCY_CASTLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "es256"})
    void anyOtherIsTakenAsEs256(String algorithm) throws ParseException {
        try (TestRealm realm = TestRealm.create(server, SignedTokens.chosen(algorithm))) {
            assertThat(algorithmOf(realm)).isEqualTo(JWSAlgorithm.ES256);
        }
    }

    @Test
    void administratorsAreToldOfAnyOther() {
        try (TestRealm realm = TestRealm.create(server, SignedTokens.chosen("none"))) {
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

    private static JWSAlgorithm algorithmOf(TestRealm realm) throws ParseException {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        return SignedJWT.parse(realm.tokenEndpoint().request(credential).accessToken())
                .getHeader()
                .getAlgorithm();
    }
}
