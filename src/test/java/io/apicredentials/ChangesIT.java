package io.apicredentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.PasswordLogin;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.WithoutViewEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The changes of a credential, as somebody sees them who may look at credentials and at nothing else. */
@KeycloakTest(realm = WithoutViewEvents.class)
final class ChangesIT {

    private final TestRealm realm;
    private final Instant before = Instant.now().minusMillis(1);
    private final ClientCredentials credential;
    private final JsonNode created;

    ChangesIT(TestRealm realm) {
        this.realm = realm;
        Answer answer = realm.credentials(Person.ADMINISTRATOR).create(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credential = ClientCredentials.of(answer);
        this.created = ((ObjectNode) answer.json()).without("clientSecret");
    }

    @Test
    void tellsWhoCreatedItWhenAndFromWhere() {
        JsonNode creation = list().get(0);

        assertThat(list()).hasSize(1);
        assertThat(creation.fieldNames())
                .toIterable()
                .containsExactly(
                        "time", "operation", "resourcePath", "userId", "username", "ipAddress", "representation");
        assertThat(Instant.parse(creation.path("time").asText())).isBetween(before, Instant.now());
        assertThat(creation.path("operation").asText()).isEqualTo("CREATE");
        assertThat(creation.path("resourcePath").asText()).isEqualTo("api-credentials/" + credential.id());
        assertThat(creation.path("userId")).isEqualTo(created.path("createdBy"));
        assertThat(creation.path("username").asText()).isEqualTo("administrator");
        assertThat(creation.path("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(creation.path("representation")).isEqualTo(created);
    }

    @Test
    void hasEveryChangeByWhomeverTheNewestFirst() {
        JsonNode updated = realm.credentials()
                .update(credential.id(), update())
                .expect(200)
                .json();
        JsonNode disabled = realm.credentials(Person.ADMINISTRATOR)
                .disable(credential.id())
                .expect(200)
                .json();
        new AdminApi(realm.admin()).enable(credential.id()).expect(200);

        List<JsonNode> changes = list();

        assertThat(texts(changes, "operation")).containsExactly("ACTION", "ACTION", "UPDATE", "CREATE");
        assertThat(texts(changes, "username")).containsExactly("admin", "administrator", "owner", "administrator");
        assertThat(changes.get(0).path("resourcePath").asText()).endsWith(credential.id() + "/enable");
        assertThat(changes.get(1).path("resourcePath").asText()).endsWith(credential.id() + "/disable");
        assertThat(changes.get(1).path("representation")).isEqualTo(disabled);
        assertThat(changes.get(2).path("representation")).isEqualTo(updated);
    }

    @Test
    void hasEditsThroughKeycloaksOwnResourceWithoutWhatTheySaved() {
        client(realm.admin(Person.OWNER))
                .put("", edited(client -> client.put("description", "Edited elsewhere")))
                .expect(204);

        JsonNode edit = list().get(0);

        assertThat(edit.fieldNames())
                .toIterable()
                .containsExactly("time", "operation", "resourcePath", "userId", "username", "ipAddress");
        assertThat(edit.path("operation").asText()).isEqualTo("UPDATE");
        assertThat(edit.path("resourcePath").asText()).isEqualTo("clients/" + credential.id());
        assertThat(edit.path("username").asText()).isEqualTo("owner");
    }

    @Test
    void hasWhatHappensBelowTheClient() {
        client(realm.admin()).post("roles", role()).expect(201);

        assertThat(list().get(0).path("resourcePath").asText()).startsWith("clients/" + credential.id() + "/roles");
    }

    @Test
    void hasNothingThatHappensElsewhereInTheNameOfTheClient() {
        client(realm.admin()).post("roles", role()).expect(201);
        JsonNode role = client(realm.admin()).get("roles/any").expect(200).json();
        String user = created.path("createdBy").asText();
        realm.admin()
                .post("users/" + user + "/role-mappings/clients/" + credential.id(), "[" + role + "]")
                .expect(204);

        assertThat(texts(list(), "resourcePath")).hasSize(2).noneMatch(path -> path.startsWith("users/"));
    }

    @Test
    void hasNothingOfACredentialWhoseIdBeginsWithItsOwn(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, content -> {
            RealmChange.client(content, "demo-wallets").put("id", "sample");
            RealmChange.client(content, "demo-controls").put("id", "sample-2");
        })) {
            own.credentials().disable("sample-2").expect(200);

            assertThat(changes(own, "sample")).isEmpty();
            assertThat(changes(own, "sample-2")).hasSize(1);
        }
    }

    @Test
    void leavesOutTheNameOfAUserWhoIsGone() {
        ObjectNode person = JsonNodeFactory.instance
                .objectNode()
                .put("username", "leaver")
                .put("email", "leaver@example.org")
                .put("firstName", "Leaver")
                .put("lastName", "Demo")
                .put("enabled", true);
        person.putArray("credentials").addObject().put("type", "password").put("value", "leaver");
        realm.admin().post("users", person).expect(201);
        String id = realm.admin()
                .get("users?username=leaver")
                .expect(200)
                .json()
                .at("/0/id")
                .asText();
        String management = realm.admin()
                .get("clients?clientId=realm-management")
                .expect(200)
                .json()
                .at("/0/id")
                .asText();
        JsonNode role = realm.admin()
                .get("clients/" + management + "/roles/manage-api-credentials")
                .expect(200)
                .json();
        realm.admin()
                .post("users/" + id + "/role-mappings/clients/" + management, "[" + role + "]")
                .expect(204);
        AdminClient leaver = realm.admin().as(new PasswordLogin(realm.url(), "demo-cli", "leaver", "leaver"));
        leaver.send("POST", "api-credentials/" + credential.id() + "/disable", null)
                .expect(200);
        assertThat(list().get(0).path("username").asText()).isEqualTo("leaver");

        realm.admin().delete("users/" + id).expect(204);

        assertThat(list().get(0).path("userId").asText()).isEqualTo(id);
        assertThat(list().get(0).has("username")).isFalse();
    }

    @Test
    void comesInPages() {
        for (int change = 0; change < 2; change++) {
            realm.credentials().disable(credential.id()).expect(200);
            realm.credentials().enable(credential.id()).expect(200);
        }

        List<JsonNode> paged = new ArrayList<>();
        for (int first = 0; first < 6; first += 2) {
            paged.addAll(list(Fields.of("first", "" + first).and("max", "2")));
        }

        assertThat(paged).hasSize(5).isEqualTo(list());
        assertThat(list(Fields.of("first", "" + Integer.MAX_VALUE).and("max", "100")))
                .isEmpty();
    }

    @Test
    void neverHasASecretOrItsHash() {
        client(realm.admin())
                .put("", edited(client -> client.put("name", "Renamed")))
                .expect(204);
        JsonNode regenerated = client(realm.admin())
                .send("POST", "client-secret", null)
                .expect(200)
                .json();
        realm.credentials().disable(credential.id()).expect(200);

        String body = realm.credentials()
                .changes(credential.id(), Fields.none())
                .expect(200)
                .body();

        assertThat(body)
                .contains("/client-secret", "/disable")
                .doesNotContain(regenerated.path("value").asText())
                .doesNotContain(credential.clientSecret(), "kac_", "secret-hash", "sha256");
    }

    @Test
    void aRealmThatSavesNoAdminEventsSaysSo(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, new RealmChange.None())) {
            String id = issue(own);
            own.change(settings -> settings.put("adminEventsEnabled", false));
            own.credentials().disable(id).expect(200);

            JsonNode answer =
                    own.credentials().changes(id, Fields.none()).expect(200).json();

            assertThat(answer.path("recorded").asBoolean()).isFalse();
            assertThat(answer.path("changes")).hasSize(1);
        }
    }

    @Test
    void aRealmThatSavesNoRepresentationsHasNoneToShow(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, content -> content.put("adminEventsDetailsEnabled", false))) {
            String id = issue(own);

            assertThat(changes(own, id))
                    .singleElement()
                    .satisfies(
                            change -> assertThat(change.has("representation")).isFalse());
        }
    }

    @Test
    void anOrdinaryClientHasNone() {
        JsonNode ordinary = realm.admin()
                .get("clients?clientId=demo-cli")
                .expect(200)
                .json()
                .get(0);

        assertThat(realm.credentials()
                        .changes(ordinary.path("id").asText(), Fields.none())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"max, 0", "max, 101", "max, many", "first, -1", "first, 1.5", "search, any", "id, any"})
    void refusesWrongParameters(String parameter, String value) {
        JsonNode errors = realm.credentials()
                .changes(credential.id(), Fields.of(parameter, value))
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo(parameter);
    }

    private List<JsonNode> list() {
        return list(Fields.none());
    }

    private List<JsonNode> list(Fields page) {
        Answer answer =
                realm.credentials(Person.AUDITOR).changes(credential.id(), page).expect(200);
        assertThat(answer.json().path("recorded").asBoolean()).isTrue();
        return changes(answer);
    }

    private static List<JsonNode> changes(TestRealm realm, String id) {
        return changes(realm.credentials().changes(id, Fields.none()).expect(200));
    }

    private static List<JsonNode> changes(Answer answer) {
        return StreamSupport.stream(answer.json().path("changes").spliterator(), false)
                .toList();
    }

    private static List<String> texts(List<JsonNode> changes, String field) {
        return changes.stream().map(change -> change.path(field).asText()).toList();
    }

    /** Keycloak's own resource of the client. */
    private AdminClient client(AdminClient realmAsSomebody) {
        return realmAsSomebody.below("clients/" + credential.id());
    }

    private ObjectNode edited(Consumer<ObjectNode> change) {
        ObjectNode client =
                (ObjectNode) client(realm.admin()).get("").expect(200).json();
        change.accept(client);
        return client;
    }

    private static ObjectNode role() {
        return JsonNodeFactory.instance.objectNode().put("name", "any");
    }

    private static ObjectNode update() {
        ObjectNode update = CredentialRequests.of("wallets", "127.0.0.2");
        update.remove("permissionSet");
        return CredentialRequests.grant(update, "balances", "read", "org");
    }

    private static String issue(TestRealm realm) {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
    }
}
