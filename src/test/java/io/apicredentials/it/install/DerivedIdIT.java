package io.apicredentials.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Keystore;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.RealmKeys;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was added to a realm is used as it is, whatever an administrator has made of it since. */
@KeycloakTest
final class DerivedIdIT {

    private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";

    private final KeycloakServer server;
    private final TestRealm realm;

    DerivedIdIT(KeycloakServer server) {
        this.server = server;
        this.realm = TestRealm.create(server, content -> {});
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void aRenamedScopeGoesOnBeingTheScopeOfCredentials() {
        renameTheScope();
        ObjectNode mapper = (ObjectNode) scope("renamed").at("/protocolMappers/0");
        mapper.withObject("/config").put("permissions.claim.name", "may");
        realm.admin()
                .put(
                        "client-scopes/" + scope("renamed").path("id").asText() + "/protocol-mappers/models/"
                                + mapper.path("id").asText(),
                        mapper)
                .expect(204);

        ClientCredentials credential = create();

        assertThat(realm.tokenEndpoint().request(credential).claims().has("may"))
                .isTrue();
        assertThat(list("client-scopes"))
                .noneMatch(scope -> scope.path("name").asText().equals("api-credential"));
    }

    @Test
    void withARenamedScopeAnEditThroughKeycloakIsAccepted() {
        ClientCredentials credential = create();
        renameTheScope();
        ObjectNode client = (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();

        realm.admin()
                .put("clients/" + credential.id(), client.put("name", "Edited name"))
                .expect(204);
    }

    @Test
    void aRealmWithARenamedScopeCanBeImportedFromItsExport() {
        ClientCredentials credential = create();
        renameTheScope();

        reimport();

        realm.tokenEndpoint().request(credential).expect(200);
        create();
    }

    @Test
    void aMapperOfAnotherKindMayHaveTheNameOfOurs() {
        JsonNode scope = scope("api-credential");
        String mappers = "client-scopes/" + scope.path("id").asText() + "/protocol-mappers/models";
        realm.admin()
                .delete(mappers + "/" + scope.at("/protocolMappers/0/id").asText())
                .expect(204);
        realm.admin()
                .post(
                        mappers,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("name", "permissions")
                                .put("protocol", "openid-connect")
                                .put("protocolMapper", "oidc-sub-mapper"))
                .expect(201);

        create();

        assertThat(scope("api-credential").path("protocolMappers")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"active, false", "enabled, false", "ecdsaEllipticCurveKey, P-384"})
    void aKeyOfOursThatDoesNotSignIsLeftAlone(String setting, String value) {
        configureTheKey(setting, value);
        LogMark log = server.markLog();

        ClientCredentials credential = create();

        assertThat(log.lines()).noneMatch(line -> line.contains("could not be prepared"));
        realm.tokenEndpoint().request(credential).expect(200);
        assertThat(keys()).hasSize(1);
    }

    @Test
    void aRealmWithAPassiveKeyCanBeImportedFromItsExport() {
        ClientCredentials credential = create();
        configureTheKey("active", "false");

        reimport();

        realm.tokenEndpoint().request(credential).expect(200);
    }

    /** The key is no reason to leave the flow as it is. */
    @Test
    void withAPassiveKeyAnotherFlowGetsItsExecutionAllTheSame() {
        configureTheKey("active", "false");
        realm.bindNewClientFlow("other");

        ClientCredentials credential = create();

        realm.tokenEndpoint().request(credential).expect(200);
    }

    /** In a realm with the keys that Keycloak gives it, and not those of our test realms. */
    @Test
    void ourKeyIsBelowEveryOther() {
        String bare = "bare-" + UUID.randomUUID();
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("realm", bare);
        server.admin().post("realms", content).expect(201);
        JsonNode keys = server.admin()
                .get("realms/" + bare + "/components?type=" + KEY_PROVIDER)
                .expect(200)
                .json();
        server.admin().delete("realms/" + bare).expect(204);
        Map<Boolean, List<Long>> priorities = StreamSupport.stream(keys.spliterator(), false)
                .collect(Collectors.partitioningBy(
                        key -> key.path("name").asText().equals("ecdsa-generated"),
                        Collectors.mapping(key -> key.at("/config/priority/0").asLong(0), Collectors.toList())));

        assertThat(priorities.get(true)).hasSize(1);
        assertThat(priorities.get(false))
                .isNotEmpty()
                .allMatch(other -> other > priorities.get(true).get(0));
    }

    @Test
    void aRealmThatSignsWithAKeystoreIsGivenNoKey() throws IOException, InterruptedException {
        ObjectNode content = export();
        realm.close();
        ArrayNode providers = (ArrayNode) content.at("/components/" + KEY_PROVIDER);
        providers.removeIf(key -> key.path("name").asText().equals("ecdsa-generated"));
        ObjectNode config = providers
                .addObject()
                .put("name", "keystore")
                .put("providerId", "java-keystore")
                .putObject("config");
        Keystore.settings(Keystore.withEcKey(server, realm.name()))
                .forEach((name, value) -> config.putArray(name).add(value));
        server.admin().post("realms", content).expect(201);

        ClientCredentials credential = create();

        realm.tokenEndpoint().request(credential).expect(200);
        assertThat(keys()).isEmpty();
    }

    private ClientCredentials create() {
        return ClientCredentials.of(
                realm.admin().below("api-credentials").post("", CredentialRequests.of("wallets", "127.0.0.1")));
    }

    private void renameTheScope() {
        ObjectNode scope = (ObjectNode) scope("api-credential");
        realm.admin()
                .put("client-scopes/" + scope.path("id").asText(), scope.put("name", "renamed"))
                .expect(204);
    }

    private void reimport() {
        ObjectNode content = export();
        realm.close();
        server.admin().post("realms", content).expect(201);
    }

    /** As Keycloak exports it, but without its own keys, which it masks. */
    private ObjectNode export() {
        ObjectNode content = (ObjectNode) realm.admin()
                .post("partial-export?exportClients=true&exportGroupsAndRoles=true", "")
                .expect(200)
                .json();
        ((ArrayNode) content.at("/components/" + KEY_PROVIDER))
                .removeIf(key -> !key.path("name").asText().equals("ecdsa-generated"));
        assertThat(content.at("/components/" + KEY_PROVIDER)).hasSize(1);
        content.at("/components/" + KEY_PROVIDER)
                .forEach(key -> ((ObjectNode) key.path("config"))
                        .retain("priority", "active", "enabled", "ecdsaEllipticCurveKey", "algorithm"));
        RealmKeys.addTo(content);
        return content;
    }

    private List<JsonNode> keys() {
        return list("components?name=ecdsa-generated&type=" + KEY_PROVIDER);
    }

    private void configureTheKey(String setting, String value) {
        ObjectNode key = (ObjectNode) keys().get(0);
        key.withObject("/config").putArray(setting).add(value);
        realm.admin().put("components/" + key.path("id").asText(), key).expect(204);
    }

    private JsonNode scope(String name) {
        return realm.admin().find("client-scopes", "name", name);
    }

    private List<JsonNode> list(String path) {
        return StreamSupport.stream(realm.admin().get(path).expect(200).json().spliterator(), false)
                .toList();
    }
}
