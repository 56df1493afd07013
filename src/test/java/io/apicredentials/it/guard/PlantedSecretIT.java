package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
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

    private final BuildFiles files = BuildFiles.fromSystemProperties();
    private final Path home = files.serverFolder("planted-secret");

    /** Where a secret could be, and the text found there. */
    private final Map<String, String> places = new LinkedHashMap<>();

    private final PlantedSecret secret;
    private final MovedRealm moved;
    private final Path export;

    PlantedSecretIT() throws IOException, InterruptedException {
        String debugged = "--log-level=INFO," + String.join(":debug,", DEBUGGED) + ":debug";
        try (KeycloakServer server = builder().option(debugged).start()) {
            secret = PlantedSecret.usedOn(server);
            moved = MovedRealm.from(server);
            places.put("answers", String.join("\n", secret.answers()));
            places.put("log", Files.readString(server.log()));
        }
        places.put("database", String.join("\n", StoredRows.of(home)));
        export = FullExport.of(home);
        places.put("full export", Files.readString(export));
    }

    private KeycloakServerBuilder builder() {
        KeycloakServerBuilder builder = KeycloakServer.builder(files.keycloakHome(), home)
                .provider(files.providerJar())
                .quickStart();
        StoredRows.OPTIONS.forEach(builder::option);
        return builder;
    }

    @Test
    void theSearchFindsWhatIsStored() {
        assertThat(places)
                .allSatisfy((place, text) ->
                        assertThat(text).as(place).contains(secret.credential().clientId()));
        assertThat(places.get("database")).contains(secret.hash());
        assertThat(places.get("full export")).contains(secret.hash());
    }

    @Test
    void theSecretIsNowhere() {
        String random = secret.credential().clientSecret().substring("kac_".length());

        assertThat(places)
                .allSatisfy((place, text) -> assertThat(text.contains(random))
                        .as("the secret is in " + place)
                        .isFalse());
    }

    @Test
    void noLinkAndNoSecretOfALinkIsAnywhere() {
        assertThat(secret.ofLinks()).hasSize(4).doesNotContain("");
        assertThat(places)
                .allSatisfy((place, text) ->
                        assertThat(secret.ofLinks()).as("what is in " + place).noneMatch(text::contains));
    }

    @Test
    void theSecretThatKeycloakGeneratedIsNowhere() {
        assertThat(secret.generated()).isNotEmpty();
        assertThat(places)
                .allSatisfy((place, text) -> assertThat(text.contains(secret.generated()))
                        .as("the generated secret is in " + place)
                        .isFalse());
    }

    /** A server that has nothing but what was exported. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    final class ImportedIntoAnEmptyServer {

        private final KeycloakServer server;
        private final TestRealm realm;
        private final List<JsonNode> credentials;

        ImportedIntoAnEmptyServer() throws IOException {
            server = builder().realm(FullExport.ofRealm(export, moved.name())).start();
            realm = moved.on(server);
            credentials = moved.credentialsOf(realm);
        }

        @AfterAll
        void stop() {
            server.close();
        }

        @Test
        void theRealmHasItsSettingsAndItsPermissionSets() {
            ObjectNode settings =
                    (ObjectNode) realm.credentials().settings().expect(200).json();

            // This server has no mail server and keeps no events, of which it warns.
            assertThat(settings.<ObjectNode>without("warnings")).isEqualTo(moved.settings());
            assertThat(realm.credentials().permissionSets().expect(200).json()).isEqualTo(moved.permissionSets());
        }

        @Test
        void theCredentialsAreAsTheyWere() {
            assertThat(moved.credentials())
                    .allMatch(one -> one.has("owner") && one.has("expiresAt") && one.has("tokenLifespan"));
            assertThat(credentials).isEqualTo(moved.credentials());
        }

        @Test
        void bothSecretsGetATokenAsBefore() {
            for (ClientCredentials either : moved.overlapping()) {
                JsonNode claims = realm.tokenEndpoint().request(either).claims();

                assertThat(claims.path("permission_set").asText()).isEqualTo("trading");
                assertThat(claims.path("aud").toString()).isEqualTo("[\"api\",\"ledger\"]");
                assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                        .isEqualTo(MovedRealm.LIFESPAN);
            }
        }

        @Test
        void aSecretThatWasEndedIsRefused() {
            new Refusals(realm).check(moved.ended(), "secret_expired", realm.tokenEndpoint()::request);
        }

        @Test
        void aLinkThatWasOpenIsPickedUpOnce() {
            SecretLink link = moved.openAt(realm);

            realm.tokenEndpoint().request(link.pickUp()).expect(200);
            assertThat(SecretLink.page(link.confirm())).isEqualTo("reused");
        }

        @Test
        void aLinkThatWasUsedStaysUsed() {
            assertThat(SecretLink.page(moved.usedAt(realm).confirm())).isEqualTo("reused");
        }
    }
}
