package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A credential that a file declares and nobody has made before: it is there without a secret, which is made later. */
@KeycloakTest
final class DeclaredCredentialIT {

    private final TestRealm realm;
    private final String clientId = "ledger-reader-" + UUID.randomUUID();
    private final ObjectNode file = DeclaredFile.of(clientId);

    DeclaredCredentialIT(TestRealm realm) {
        this.realm = realm;
    }

    static Stream<EditingWay> ways() {
        return Arrays.stream(EditingWay.values())
                .filter(way -> way.bringsNew() || way == EditingWay.PARTIAL_IMPORT_OVERWRITE);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void itIsThereWithoutASecretAndWithItsAuthor(EditingWay way) {
        Answer answer = way.send(realm, file, client -> {});

        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        JsonNode credential = credential(realm);
        assertThat(credential.path("enabled").asBoolean()).isTrue();
        assertThat(credential.has("secrets")).isFalse();
        assertThat(credential.has("delivery")).isFalse();
        assertThat(credential.has("warnings")).isFalse();
        assertThat(credential.path("createdBy").asText()).isNotEmpty();
        assertThat(Duration.between(Instant.parse(credential.path("createdAt").asText()), Instant.now()))
                .isLessThan(Duration.ofHours(1));
        realm.tokenEndpoint()
                .request(new ClientCredentials("", clientId, "kac_any"))
                .expect(401);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void itsSecretIsMadeLaterAndStaysWhenTheFileComesAgain(EditingWay way) {
        way.send(realm, file, client -> {});
        ClientCredentials issued = ClientCredentials.of(
                realm.credentials().rotate(credential(realm).path("id").asText(), "PT0S"));
        realm.tokenEndpoint().request(issued).expect(200);

        for (EditingWay again : new EditingWay[] {EditingWay.PARTIAL_IMPORT_OVERWRITE, EditingWay.CONSOLE}) {
            ObjectNode present =
                    file.deepCopy().put("id", credential(realm).path("id").asText());
            Answer answer = again.send(realm, present, client -> {});

            assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
            realm.tokenEndpoint().request(issued).expect(200);
        }
    }

    @Test
    void aFileThatSaysWhenAndNotByWhomGetsItsAuthor() {
        file.withObject("/attributes").put("api.credential.created-at", "2026-01-01T00:00:00Z");

        EditingWay.CREATION.send(realm, file, client -> {}).expect(201);

        assertThat(credential(realm).path("createdAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(credential(realm).path("createdBy").asText()).isNotEmpty();
    }

    @Test
    void aTimeThatIsStillToComeIsNotBelieved() {
        file.withObject("/attributes")
                .put("api.credential.created-at", "9998-01-01T00:00:00Z")
                .put("api.credential.updated-at", "9998-01-01T00:00:00Z");

        EditingWay.CREATION.send(realm, file, client -> {}).expect(201);

        assertThat(Instant.parse(credential(realm).path("createdAt").asText()))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(Instant.parse(credential(realm).path("updatedAt").asText()))
                .isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void theFileTwiceChangesNothing() {
        EditingWay.PARTIAL_IMPORT_OVERWRITE.send(realm, file, client -> {}).expect(200);
        ObjectNode once = client(realm);
        file.put("id", once.path("id").asText());

        EditingWay.CONSOLE.send(realm, file, client -> {}).expect(204);

        assertThat(client(realm)).isEqualTo(once);
    }

    @Test
    void aNewRealmHasItToo(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(
                server, content -> content.withArray("/clients").add(file))) {
            String id = credential(own).path("id").asText();

            assertThat(credential(own).has("secrets")).isFalse();
            own.tokenEndpoint()
                    .request(ClientCredentials.of(own.credentials().rotate(id, "PT0S")))
                    .expect(200);
        }
    }

    /** keycloak-config-cli sends what it has read with the file laid over it, and nothing where that is the same. */
    @Test
    void anEditOfTheFileReachesItWithAllThatWasRead() {
        EditingWay.CREATION.send(realm, file, client -> {}).expect(201);
        ObjectNode merged = client(realm).put("description", "Reads the ledger");

        EditingWay.CONSOLE.send(realm, merged, client -> {}).expect(204);

        assertThat(credential(realm).path("description").asText()).isEqualTo("Reads the ledger");
    }

    /** Terraform's provider for Keycloak sends every setting of a client that it knows, and asks for its secret. */
    @Test
    void terraformMakesItAndFindsNoDifference() {
        ObjectNode resource = DeclaredFile.terraform(file);
        realm.admin().post("clients", resource).expect(201);
        ObjectNode made = client(realm);
        String id = made.path("id").asText();

        Answer secret = realm.admin().get("clients/" + id + "/client-secret");
        realm.admin().put("clients/" + id, resource.put("id", id)).expect(204);

        assertThat(secret.expect(200).json().path("value").asText()).isEmpty();
        assertThat(client(realm)).isEqualTo(made);
        resource.properties().stream()
                .filter(field -> field.getValue().isBoolean())
                .forEach(field -> assertThat(made.path(field.getKey()).asBoolean())
                        .as(field.getKey())
                        .isEqualTo(field.getValue().asBoolean()));
    }

    @Test
    void whatASecretIsNotIsStillRefused() {
        file.withObject("/attributes").put("api.credential.secret-hash", "secret");

        Answer refused = EditingWay.CREATION.send(realm, file, client -> {});

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("leaves it out");
    }

    private JsonNode credential(TestRealm realm) {
        String id = realm.admin().firstId("clients?clientId=" + clientId);
        return realm.credentials().get(id).expect(200).json();
    }

    private ObjectNode client(TestRealm realm) {
        String id = realm.admin().firstId("clients?clientId=" + clientId);
        return (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
    }
}
