package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server without our provider takes any content for a credential. Once the provider is there, what nobody can read is
 * closed, not open, and can be found and removed.
 */
final class UnreadableCredentialIT {

    private static final List<String> RESOURCE_SERVERS = List.of("first-resource-server", "second-resource-server");

    private static KeycloakServer server;
    private static TestRealm realm;

    @BeforeAll
    static void importIntoAServerWithoutTheProvider(@TempDir Path folder) throws IOException {
        BuildFiles files = BuildFiles.fromSystemProperties();
        Path home = files.serverFolder("unreadable");
        KeycloakServer.builder(files.keycloakHome(), home)
                .realm(brokenRealm(files.demoRealm(), folder))
                .quickStart()
                .start()
                .close();
        server = KeycloakServer.builder(files.keycloakHome(), home)
                .provider(files.providerJar())
                .keepData()
                .quickStart()
                .start();
        realm = new TestRealm(server, "demo");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesACredentialWhoseAddressesCannotBeRead() {
        refuses(SampleCredential.WALLETS);
    }

    @Test
    void refusesACredentialWhoseSecretHashCannotBeRead() {
        refuses(SampleCredential.CONTROLS);
    }

    @Test
    void refusesACredentialWhosePermissionsCannotBeRead() {
        refuses(SampleCredential.MONITORING);
    }

    @Test
    void tellsAdministratorsOfIt() {
        JsonNode listed = listed("demo-wallets");

        assertThat(listed.path("clientId").asText()).isEqualTo("demo-wallets");
        assertThat(listed.at("/warnings/0").asText()).contains("not valid");
        assertThat(listed.has("allowedIps")).isFalse();
        assertThat(realm.credentials()
                        .get(listed.path("id").asText())
                        .expect(200)
                        .json())
                .isEqualTo(listed);
    }

    @Test
    void tellsAdministratorsOfASecretThatCannotBeRead() {
        JsonNode listed = listed("demo-controls");

        assertThat(listed.at("/warnings/0").asText()).contains("secret").contains("create another");
        assertThat(listed.path("allowedIps").path(0).asText()).isEqualTo("127.0.0.0/8");
    }

    @Test
    void givesNoOtherSecretWhereTheStoredOneCannotBeRead() {
        String secrets = "api-credentials/" + listed("demo-controls").path("id").asText() + "/secrets";

        for (String wish : List.of("{}", "{\"delivery\":\"link\"}")) {
            Answer refused = realm.admin().post(secrets, wish);

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("secrets_unreadable");
        }
    }

    @Test
    void letsAdministratorsRemoveIt() {
        String id = listed("demo-transactions").path("id").asText();

        realm.credentials().delete(id).expect(204);

        assertThat(realm.credentials().get(id).status()).isEqualTo(404);
    }

    /** Switched off in the console as anything else is. */
    @Test
    void authorizationServicesAreSwitchedOffByAnEditThroughKeycloak() {
        ObjectNode edited = client(RESOURCE_SERVERS.get(0));
        assertThat(edited.path("authorizationServicesEnabled").asBoolean()).isTrue();

        realm.admin()
                .put("clients/" + edited.path("id").asText(), edited.put("authorizationServicesEnabled", false))
                .expect(204);

        assertThat(client(RESOURCE_SERVERS.get(0)).has("authorizationServicesEnabled"))
                .isFalse();
    }

    @Test
    void authorizationServicesAreSwitchedOffByAnUpdate() {
        String id = client(RESOURCE_SERVERS.get(1)).path("id").asText();
        ObjectNode update = (ObjectNode) realm.credentials().get(id).expect(200).json();

        realm.credentials().update(id, update.put("description", "Repaired")).expect(200);

        assertThat(client(RESOURCE_SERVERS.get(1)).has("authorizationServicesEnabled"))
                .isFalse();
    }

    private static ObjectNode client(String clientId) {
        String id = realm.admin().firstId("clients?clientId=" + clientId);
        return (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
    }

    private static void refuses(SampleCredential sample) {
        ClientCredentials credential = sample.credentials();
        new Refusals(realm).check(credential, "unreadable_credential", realm.tokenEndpoint()::request);
    }

    private static JsonNode listed(String clientId) {
        return realm.credentials()
                .list(Fields.of("search", clientId))
                .expect(200)
                .json()
                .path(0);
    }

    private static Path brokenRealm(Path demoRealm, Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode content = (ObjectNode) json.readTree(demoRealm.toFile());
        RESOURCE_SERVERS.forEach(clientId -> content.withArray("clients")
                .add(RealmChange.client(content, "demo-wallets")
                        .deepCopy()
                        .put("clientId", clientId)
                        .put("authorizationServicesEnabled", true)));
        set(content, SampleCredential.WALLETS, "api.credential.allowed-ips", "010.0.0.1");
        set(content, SampleCredential.CONTROLS, "api.credential.secret-hash", "v0$nonsense");
        set(content, SampleCredential.MONITORING, "api.credential.permissions", "balances:read");
        set(content, SampleCredential.TRANSACTIONS, "api.credential.allowed-ips", "");
        return Files.writeString(folder.resolve("demo-realm.json"), content.toString());
    }

    private static void set(ObjectNode content, SampleCredential sample, String attribute, String value) {
        RealmChange.client(content, sample.credentials().clientId())
                .withObject("/attributes")
                .put(attribute, value);
    }
}
