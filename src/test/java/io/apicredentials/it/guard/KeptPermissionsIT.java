package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmKeys;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.TestRealm;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A credential that holds what the permission sets of its realm do not have any more keeps it, and gets no more of it. */
@KeycloakTest
final class KeptPermissionsIT {

    private static final String PERMISSIONS = "api.credential.permissions";
    private static final String SETS = "api.credential.permission-sets";

    private final KeycloakServer server;

    /** One for each test, since the sets are those of the whole realm. */
    @AutoClose
    private final TestRealm realm;

    private final ClientCredentials credential;

    KeptPermissionsIT(KeycloakServer server) {
        this.server = server;
        this.realm = TestRealm.create(server, SampleSets::removeCredentials);
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        CredentialRequests.grant(request, "vault", "read", "vault", "7e0f");
        this.credential = realm.credentials().issue(CredentialRequests.grant(request, "key", "read", "org"));
    }

    @BeforeEach
    void takeItsSetAway() {
        realm.credentials()
                .replacePermissionSetsAndKeepGranted(SampleSets.trading())
                .expect(200);
    }

    @Test
    void itIsListedAsOneThatBreaksARule() {
        AdminClient credentials = realm.admin().below("api-credentials");

        assertThat(read().path("violations")).hasToString("[\"permission_not_in_catalogue\"]");
        assertThat(credentials.get("count?violates=true").body()).isEqualTo("1");
        realm.credentials().replacePermissionSets(SampleSets.builtIn()).expect(200);
        assertThat(read().has("violations")).isFalse();
    }

    @Test
    void anUpdateThatKeepsThemMayChangeTheRest() {
        ObjectNode update = read();
        update.put("name", "Another name").putArray("allowedIps").add("127.0.0.9");

        JsonNode updated =
                realm.credentials().update(credential.id(), update).expect(200).json();

        assertThat(updated.path("name").asText()).isEqualTo("Another name");
        assertThat(updated.path("permissions")).hasSize(2);
    }

    @Test
    void anUpdateThatChangesNothingIsDone() {
        assertThat(realm.credentials().update(credential.id(), read()).status()).isEqualTo(200);
    }

    @Test
    void anUpdateThatChangesThemIsJudgedByTheSets() {
        ObjectNode update = read();
        ((ArrayNode) update.path("permissions")).remove(0);

        Answer refused = realm.credentials().update(credential.id(), update);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("permission_set_gone");
    }

    @Test
    void theyAreMendedWhereTheSetIsThere() {
        ArrayNode sets = SampleSets.builtIn();
        ((ArrayNode) sets.at("/0/catalogue/1/scopes")).remove(1);
        realm.credentials().replacePermissionSetsAndKeepGranted(sets).expect(200);
        ObjectNode added = CredentialRequests.grant(read(), "balances", "read", "org");
        ObjectNode mended = read();
        ((ArrayNode) mended.path("permissions")).remove(0);

        Answer refused = realm.credentials().update(credential.id(), added);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("permission_scope_unknown");
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("permissions[0].scope");
        realm.credentials().update(credential.id(), mended).expect(200);
    }

    @Test
    void itIsDisabledAndEnabled() {
        realm.credentials().disable(credential.id()).expect(200);
        realm.credentials().enable(credential.id()).expect(200);

        realm.tokenEndpoint().request(credential).expect(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = EditingWay.class,
            names = {"ADMIN_API", "CONSOLE", "PARTIAL_IMPORT_OVERWRITE"})
    void anEditThroughKeycloakThatKeepsThemMayChangeTheRest(EditingWay way) {
        Answer done = way.send(realm, client(), edited -> edited.put("description", "Edited elsewhere"));

        assertThat(done.status()).as(done.body()).isLessThan(300);
        assertThat(realm.tokenEndpoint().request(credential).claims().path("permissions"))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = EditingWay.class,
            names = {"ADMIN_API", "CONSOLE", "PARTIAL_IMPORT_OVERWRITE"})
    void anEditThroughKeycloakThatChangesThemIsJudgedByTheSets(EditingWay way) {
        ObjectNode present = client();

        Answer refused = way.send(realm, present, permissions("vault:read:org:* key:read:org:*"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(client()).isEqualTo(present);
    }

    @Test
    void anotherCredentialDoesNotGetThem() {
        Answer refused = EditingWay.CREATION.send(realm, EditingWay.unknown(client()), same -> {});

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    }

    @Test
    void anExportOfTheRealmIsImportedWithThem() {
        String permissions = claims(realm);
        ObjectNode content = export();
        realm.admin().delete("").expect(204);

        server.admin().post("realms", content).expect(201);

        assertThat(claims(realm)).isEqualTo(permissions);
        JsonNode sets =
                realm.admin().get("api-credentials/permission-sets").expect(200).json();
        assertThat(sets.at("/0/type").asText()).isEqualTo("trading");
    }

    @Test
    void unreadableSetsAreAWarningAndTheBuiltInOnes() {
        realm.credentials()
                .replacePermissionSetsAndKeepGranted(SampleSets.builtIn())
                .expect(200);
        JsonNode builtIn = realm.credentials().permissionSets().expect(200).json();
        declare("[{\"type\": \"trading\"}]");

        assertThat(realm.credentials().permissionSets().expect(200).json()).isEqualTo(builtIn);
        assertThat(read().path("warnings").toString()).contains("'" + SETS + "' is not a list of permission sets");
        realm.tokenEndpoint().request(credential).expect(200);
        realm.credentials().replacePermissionSets(builtIn).expect(200);
        assertThat(read().has("warnings")).isFalse();
    }

    private void declare(String sets) {
        realm.change(settings -> settings.withObject("/attributes").put(SETS, sets));
    }

    private static Consumer<ObjectNode> permissions(String text) {
        return client -> client.withObject("/attributes").put(PERMISSIONS, text);
    }

    private ObjectNode read() {
        return (ObjectNode) realm.credentials().get(credential.id()).expect(200).json();
    }

    private ObjectNode client() {
        return (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();
    }

    private String claims(TestRealm where) {
        return where.tokenEndpoint()
                .request(credential)
                .claims()
                .path("permissions")
                .toString();
    }

    /** As Keycloak exports it, but without its keys, which it masks. */
    private ObjectNode export() {
        ObjectNode content = (ObjectNode) realm.admin()
                .post("partial-export?exportClients=true&exportGroupsAndRoles=true", "")
                .expect(200)
                .json();
        content.withObject("/components").remove("org.keycloak.keys.KeyProvider");
        RealmKeys.addTo(content);
        return content;
    }
}
