package io.apicredentials.it.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.deploy.Compose;
import io.apicredentials.deploy.ShippedProxy;
import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.ProxiedServer;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The nginx of {@code deploy/compose.yaml} before a Keycloak that is told about its proxy what the nodes there are told: only the
 * addresses and ports are others.
 */
@KeycloakTest(server = NginxIT.BehindNginx.class)
final class NginxIT {

    private static final String CLIENT = "127.0.0.2";
    private static final String STRANGER = "127.0.0.3";

    private static ShippedProxy nginx;

    private final TestRealm realm;
    private final ClientCredentials credential;

    NginxIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", CLIENT));
    }

    static final class BehindNginx implements ProxiedServer {

        @Override
        public List<String> options() {
            return List.of();
        }

        @Override
        public void apply(KeycloakServerBuilder server) {
            Compose.keycloakEnvironment().forEach((name, value) -> {
                if (name.startsWith("KC_PROXY_") || name.startsWith("KC_SPI_")) {
                    server.environment(name, value.replace(Compose.proxyAddress(), TRUSTED));
                }
            });
        }
    }

    @Nested
    final class AsTheGuideTellsIt extends ProxyGuide {

        AsTheGuideTellsIt(KeycloakServer server, TestRealm realm) {
            super(server, realm);
        }
    }

    @BeforeAll
    static void start(KeycloakServer server, @TempDir Path folder) {
        nginx = ShippedProxy.start(folder, server.url(), ProxiedServer.TRUSTED);
    }

    @AfterAll
    static void stop() {
        nginx.close();
    }

    @Test
    void theListJudgesTheAddressOfTheCaller() {
        assertThat(request(CLIENT).path("token_type").asText()).isEqualTo("Bearer");

        assertThat(request(STRANGER).path("error").asText()).isEqualTo("invalid_client");
        assertRefused(STRANGER);
    }

    @Test
    void whatACallerWritesIntoAHeaderIsNotBelieved() {
        JsonNode answer = request(
                STRANGER,
                "-H",
                "X-Forwarded-For: " + CLIENT,
                "-H",
                "Forwarded: for=" + CLIENT,
                "-H",
                "X-Real-IP: " + CLIENT);

        assertThat(answer.path("error").asText()).isEqualTo("invalid_client");
        assertRefused(STRANGER);
    }

    @Test
    void whoReachesKeycloakPastTheProxyIsJudgedByTheConnection() {
        Answer answer = realm.tokenEndpoint()
                .from(ProxiedServer.UNTRUSTED)
                .request(
                        Fields.of("grant_type", "client_credentials").and(TokenEndpoint.post(credential)),
                        Fields.of("X-Forwarded-For", CLIENT));

        assertThat(answer.status()).isEqualTo(401);
        assertRefused(ProxiedServer.UNTRUSTED);
    }

    @Test
    void theSelfTestSeesTheCallerAndWarnsOfNothing() {
        String auditor = Person.AUDITOR.username();
        // The issuer of a token is the address that it was asked for at.
        String token = nginx.json(
                        CLIENT,
                        tokenPath(),
                        "-d",
                        "grant_type=password&client_id=demo-cli&username=" + auditor + "&password=" + auditor)
                .path("access_token")
                .asText();

        JsonNode seen = nginx.json(
                CLIENT,
                "/admin/realms/" + realm.name() + "/api-credentials/self-test",
                "-H",
                "Authorization: Bearer " + token,
                "-H",
                "X-Forwarded-For: 203.0.113.7, 198.51.100.1");

        assertThat(seen)
                .hasToString("{\"address\":\"" + CLIENT + "\",\"source\":\"X-Forwarded-For\","
                        + "\"proxyHeader\":\"X-Forwarded-For\",\"trustedProxies\":1}");
    }

    @Test
    void whatACallerWritesDoesNotChangeTheAddressesInAnswers() {
        JsonNode answer = nginx.json(
                CLIENT,
                "/realms/" + realm.name() + "/.well-known/openid-configuration",
                "-H",
                "X-Forwarded-Port: 1",
                "-H",
                "X-Forwarded-Prefix: /elsewhere",
                "-H",
                "X-Forwarded-Host: elsewhere.example.com",
                "-H",
                "X-Forwarded-Proto: http",
                "-H",
                "Forwarded: host=elsewhere.example.com");

        assertThat(answer.path("token_endpoint").asText()).isEqualTo(nginx.url() + tokenPath());
    }

    @Test
    void nothingElseOfTheServerIsReached() {
        assertThat(List.of("/", "/metrics", "/health/ready", "/robots.txt"))
                .allMatch(path -> nginx.status(CLIENT, path).equals("404"));
    }

    @Test
    void aFloodFromOneAddressIsSlowedAndOthersAreNot() {
        String statuses = nginx.flood("127.0.0.4", tokenPath(), 400);

        assertThat(statuses).contains("429");
        assertThat(request(CLIENT).path("token_type").asText()).isEqualTo("Bearer");
    }

    /** Everything but the containers: what would start them does nothing here. */
    @Test
    void theScriptGoesOnToTheFirstToken() throws IOException {
        String output = Tool.of("bash")
                .run(
                        nginx.folder(),
                        Map.of("PATH", nginx.pathWithoutDocker(), "URL", nginx.url()),
                        "deploy/first-token.sh")
                .expectSuccess();

        assertThat(output)
                .contains("The server sees you at 127.0.0.1")
                .contains("\"iss\": \"" + nginx.url() + "/realms/first\"")
                .contains("\"permission_set\": \"monitoring\"")
                .endsWith("After it was disabled: 401\n");
        assertThat(nginx.argumentsOfCurl().lines())
                .contains("password@-")
                .noneMatch(argument -> argument.contains("Bearer") || argument.contains("eyJ"));
    }

    private void assertRefused(String address) {
        JsonNode event = realm.events().newestOfClient(credential.clientId());
        assertThat(event.path("ipAddress").asText()).isEqualTo(address);
        assertThat(event.at("/details/api_credential_refusal").asText()).isEqualTo("address_not_allowed");
    }

    private JsonNode request(String from, String... headers) {
        return nginx.token(from, tokenPath(), credential, headers);
    }

    private String tokenPath() {
        return "/realms/" + realm.name() + "/protocol/openid-connect/token";
    }
}
