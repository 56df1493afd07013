package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Kcadm;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The secret of a credential is in the one answer to its creation and nowhere else, whatever Keycloak does with the client
 * afterwards; and no secret that Keycloak generates stays anywhere.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlantedSecretIT {

    private static final String[] DEBUGGED = {
        "io.apicredentials", "org.keycloak.events", "org.keycloak.authentication", "org.keycloak.services"
    };

    /** Where a secret could be, and the text found there. */
    private final Map<String, String> places = new LinkedHashMap<>();

    private final List<String> answers = new ArrayList<>();
    private ClientCredentials credential = new ClientCredentials("", "", "");
    private String hash = "";
    private String generated = "";

    /** The random parts of links, and the secrets that were picked up at them. */
    private final List<String> ofLinks = new ArrayList<>();

    @BeforeAll
    void useTheCredentialInEveryWayAndStopTheServer() throws IOException, InterruptedException {
        BuildFiles files = BuildFiles.fromSystemProperties();
        Path home = files.serverFolder("planted-secret");
        KeycloakServerBuilder builder = KeycloakServer.builder(files.keycloakHome(), home);
        StoredRows.OPTIONS.forEach(builder::option);
        try (KeycloakServer server = builder.provider(files.providerJar())
                .option("--log-level=INFO," + String.join(":debug,", DEBUGGED) + ":debug")
                .quickStart()
                .start()) {
            use(server);
            places.put("answers", String.join("\n", answers));
            places.put("log", Files.readString(server.log()));
        }
        places.put("database", String.join("\n", StoredRows.of(home)));
        places.put("full export", export(home));
    }

    private void use(KeycloakServer server) {
        TestRealm realm = TestRealm.create(server, new RealmChange.None());
        credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        AdminClient client = realm.admin().below("clients/" + credential.id());
        hash = read(client).at("/attributes/api.credential.secret-hash").asText();

        answers.add(realm.tokenEndpoint().request(credential).expect(200).body());
        answers.add(
                realm.tokenEndpoint().requestWithBasic(credential).expect(200).body());
        answers.add(realm.tokenEndpoint()
                .from("127.0.0.2")
                .request(credential)
                .expect(401)
                .body());

        answers.add(client.put("", read(client).put("description", "Edited in the console"))
                .expect(204)
                .body());
        Kcadm.Result kcadm = Kcadm.login(server)
                .attempt(
                        "update",
                        "clients/" + credential.id(),
                        "-r",
                        realm.name(),
                        "-s",
                        "description=Edited by kcadm");
        assertThat(kcadm.status()).as(kcadm.output()).isZero();
        answers.add(kcadm.output());
        generated = client.send("POST", "client-secret", null)
                .expect(200)
                .json()
                .path("value")
                .asText();
        answers.add(client.get("client-secret").expect(200).body());

        ObjectNode present = read(client);
        answers.add(EditingWay.PARTIAL_IMPORT_FAIL
                .send(realm, EditingWay.unknown(present), unchanged -> {})
                .expect(200)
                .body());
        ObjectNode copy = JsonNodeFactory.instance
                .objectNode()
                .put("realm", realm.name() + "-copy")
                .put("enabled", true);
        copy.putArray("clients").add(EditingWay.unknown(present));
        answers.add(server.admin().post("realms", copy).expect(201).body());
        answers.add(EditingWay.PARTIAL_IMPORT_OVERWRITE
                .send(realm, present, unchanged -> {})
                .expect(200)
                .body());
        answers.add(realm.tokenEndpoint().request(credential).expect(200).body());
        useLinks(realm);

        for (String path :
                List.of("clients?max=200", "api-credentials?max=100", "events?max=1000", "admin-events?max=1000")) {
            answers.add(realm.admin().get(path).expect(200).body());
        }
        answers.add(realm.admin()
                .send("POST", "partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .body());
    }

    /** Those that are used, replaced, expired by another secret, and guessed. */
    private void useLinks(TestRealm realm) {
        SecretLink first = SecretLink.create(realm, "127.0.0.1", request -> {});
        SecretLink open = SecretLink.rotate(realm, first.credential().id(), request -> request.put("overlap", "P1D"));
        List.of(first, open).forEach(link -> ofLinks.add(random(link)));
        answers.add(first.confirm().expect(404).body());
        answers.add(open.open().expect(200).body());
        ClientCredentials pickedUp = open.pickUp();
        ofLinks.add(pickedUp.clientSecret().substring("kac_".length()));
        answers.add(open.confirm().expect(410).body());
        answers.add(realm.tokenEndpoint().request(pickedUp).expect(200).body());
        SecretLink bound = SecretLink.rotate(realm, pickedUp.id(), request -> request.put("addressBound", true));
        ofLinks.add(random(bound));
        answers.add(bound.from("127.0.0.2").confirm().expect(403).body());
    }

    private static String random(SecretLink link) {
        return link.token().substring(link.token().indexOf('.') + 1);
    }

    private static ObjectNode read(AdminClient client) {
        Answer answer = client.get("").expect(200);
        assertThat(answer.json().has("secret")).isFalse();
        return (ObjectNode) answer.json();
    }

    private static String export(Path home) throws IOException, InterruptedException {
        Path file = home.resolve("data/export.json");
        // With the build of the server, which is there.
        List<String> command = new ArrayList<>(
                List.of("sh", home.resolve("bin/kc.sh").toString(), "export", "--optimized", "--file=" + file));
        command.addAll(StoredRows.OPTIONS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("export.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        assertThat(builder.start().waitFor()).isZero();
        return Files.readString(file);
    }

    @Test
    void theSearchFindsWhatIsStored() {
        assertThat(places)
                .allSatisfy((place, text) -> assertThat(text).as(place).contains(credential.clientId()));
        assertThat(places.get("database")).contains(hash);
        assertThat(places.get("full export")).contains(hash);
    }

    @Test
    void theSecretIsNowhere() {
        String random = credential.clientSecret().substring("kac_".length());

        assertThat(places)
                .allSatisfy((place, text) -> assertThat(text.contains(random))
                        .as("the secret is in " + place)
                        .isFalse());
    }

    @Test
    void noLinkAndNoSecretOfALinkIsAnywhere() {
        assertThat(ofLinks).hasSize(4).doesNotContain("");
        assertThat(places)
                .allSatisfy((place, text) ->
                        assertThat(ofLinks).as("what is in " + place).noneMatch(text::contains));
    }

    @Test
    void theSecretThatKeycloakGeneratedIsNowhere() {
        assertThat(generated).isNotEmpty();
        assertThat(places)
                .allSatisfy((place, text) -> assertThat(text.contains(generated))
                        .as("the generated secret is in " + place)
                        .isFalse());
    }
}
