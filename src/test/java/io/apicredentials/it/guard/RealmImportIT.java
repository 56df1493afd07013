package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A realm that brings a credential which breaks a rule is not imported at all. Its end and its owner are as they were where
 * the realm comes from: the end may have passed since, and users may come later.
 */
@KeycloakTest
final class RealmImportIT {

    private final KeycloakServer server;
    private final ObjectNode credential;

    RealmImportIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        ClientCredentials issued = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credential = (ObjectNode)
                realm.admin().get("clients/" + issued.id()).expect(200).json();
        credential.remove("id");
    }

    static Stream<BrokenRule> rules() {
        return BrokenRule.all().filter(BrokenRule::isOfNew).filter(rule -> !BrokenRule.DEMANDS.contains(rule));
    }

    static Stream<BrokenRule> demands() {
        return BrokenRule.DEMANDS.stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesTheRealm(BrokenRule rule) {
        ObjectNode realm = realmWith(rule);

        Answer refused = server.admin().post("realms", realm);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(rule.message());
        assertThat(server.admin().get("realms/" + realm.get("realm").asText()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("demands")
    void bringsAnEndAndAnOwnerAsTheyWere(BrokenRule demand) {
        whenImported(realmWith(demand), name -> {
            JsonNode brought = server.admin()
                    .get("realms/" + name + "/clients?clientId="
                            + credential.get("clientId").asText())
                    .expect(200)
                    .json()
                    .get(0);
            assertThat(brought.get("attributes")).isEqualTo(credential.get("attributes"));
        });
    }

    /** Keycloak gives it what the file says, and the default role where it says nothing. */
    @Test
    void aServiceAccountInTheFileGetsNeitherRolesNorGroups() {
        ObjectNode realm = realmWith(credential);
        String name = realm.get("realm").asText();
        String clientId = credential.get("clientId").asText();
        realm.putArray("groups").addObject().put("name", "imported-group").put("path", "/imported-group");
        ObjectNode account = realm.putArray("users")
                .addObject()
                .put("username", "service-account-" + clientId)
                .put("enabled", true)
                .put("serviceAccountClientId", clientId);
        account.putArray("realmRoles").add("offline_access").add("default-roles-" + name);
        account.putObject("clientRoles").putArray("realm-management").add("realm-admin");
        account.putArray("groups").add("/imported-group");

        whenImported(realm, this::assertHasNothingElse);
    }

    @Test
    void oneThatTheFileDoesNotHaveHasNeitherRolesNorGroups() {
        whenImported(realmWith(credential), this::assertHasNothingElse);
    }

    /** Neither of the two is what the credential has elsewhere. */
    @Test
    void aFileGivesItNoOtherScope() {
        credential.putArray("defaultClientScopes").add("roles").add("profile");
        credential.putArray("optionalClientScopes").add("offline_access");
        whenImported(realmWith(credential), this::assertHasNothingElse);
    }

    private void whenImported(ObjectNode realm, Consumer<String> checkByName) {
        String path = "realms/" + realm.get("realm").asText();
        server.admin().post("realms", realm).expect(201);
        try {
            checkByName.accept(realm.get("realm").asText());
        } finally {
            server.admin().delete(path);
        }
    }

    private void assertHasNothingElse(String realm) {
        String clientId = credential.get("clientId").asText();
        String path = "realms/" + realm + "/";
        JsonNode client = server.admin()
                .get(path + "clients?clientId=" + clientId)
                .expect(200)
                .json()
                .get(0);
        String user = server.admin()
                .get(path + "clients/" + client.path("id").asText() + "/service-account-user")
                .expect(200)
                .json()
                .path("id")
                .asText();
        assertThat(client.path("defaultClientScopes")).hasSize(1);
        assertThat(client.path("defaultClientScopes").get(0).asText()).isEqualTo("api-credential");
        assertThat(client.path("optionalClientScopes")).isEmpty();
        assertThat(server.admin()
                        .get(path + "users/" + user + "/role-mappings")
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(server.admin()
                        .get(path + "users/" + user + "/groups")
                        .expect(200)
                        .json())
                .isEmpty();
    }

    private ObjectNode realmWith(BrokenRule rule) {
        rule.change().accept(credential);
        return realmWith(credential);
    }

    private static ObjectNode realmWith(ObjectNode credential) {
        ObjectNode realm = JsonNodeFactory.instance
                .objectNode()
                .put("realm", "import-" + UUID.randomUUID())
                .put("enabled", true);
        realm.putArray("clients").add(credential);
        return realm;
    }
}
