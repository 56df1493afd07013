package io.apicredentials.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.PasswordLogin;
import io.apicredentials.testing.Patience;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.keycloak.common.Version;
import org.testcontainers.DockerClientFactory;

/** The main path in Keycloak's own container image, on machines with a Docker engine; all other tests do without. */
final class DockerSmokeIT {

    private static final Logger ENGINE_SEARCH = Logger.getLogger("org.testcontainers");

    @Test
    void aCredentialGetsATokenUntilItIsDisabled() {
        assumeTrue(engineAnswers(), "no Docker engine answers on this machine");
        BuildFiles files = BuildFiles.fromSystemProperties();
        try (KeycloakContainer keycloak = new KeycloakContainer("quay.io/keycloak/keycloak:" + Version.VERSION)
                .withStartupTimeout(Patience.PROGRAM)
                .withProviderLibsFrom(List.of(files.providerJar().toFile()))) {
            keycloak.start();
            String url = keycloak.getAuthServerUrl();
            useOneCredential(TestRealm.create(url, administrator(keycloak, url), files.demoRealm()));
        }
    }

    private static void useOneCredential(TestRealm realm) {
        // The container sees a gateway of the engine as the address of its clients, and which one depends on the
        // engine.
        ClientCredentials created = realm.credentials().issue(CredentialRequests.of("wallets", "0.0.0.0/0"));

        JsonNode claims = realm.tokenEndpoint().request(created).claims();
        assertThat(claims.path("permission_set").asText()).isEqualTo("wallets");
        assertThat(newestEvent(realm, created).path("type").asText()).isEqualTo("CLIENT_LOGIN");

        realm.credentials().disable(created.id()).expect(200);

        Answer refused = realm.tokenEndpoint().request(created);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(newestEvent(realm, created)
                        .at("/details/api_credential_refusal")
                        .asText())
                .isEqualTo("disabled");
    }

    private static JsonNode newestEvent(TestRealm realm, ClientCredentials client) {
        return realm.events().newestOfClient(client.clientId());
    }

    private static AdminClient administrator(KeycloakContainer keycloak, String url) {
        PasswordLogin login = new PasswordLogin(
                url + "/realms/master", "admin-cli", keycloak.getAdminUsername(), keycloak.getAdminPassword());
        return new AdminClient(url + "/admin", Http.from(KeycloakServer.LOCALHOST), login);
    }

    /** True for an engine on this machine. Testcontainers would log an error for each place where it finds none. */
    private static boolean engineAnswers() {
        ENGINE_SEARCH.setLevel(Level.OFF);
        try {
            DockerClientFactory engine = DockerClientFactory.instance();
            return engine.isDockerAvailable() && engine.dockerHostIpAddress().equals("localhost");
        } finally {
            ENGINE_SEARCH.setLevel(null);
        }
    }
}
