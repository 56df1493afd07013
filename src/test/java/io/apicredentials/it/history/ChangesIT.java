package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.History;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.WithoutViewEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The changes of a credential, as somebody sees them who may look at credentials and at nothing else. */
@KeycloakTest(realm = WithoutViewEvents.class)
final class ChangesIT {

    private final TestRealm realm;
    private final Instant before = Instant.now().minusMillis(1);
    private final ClientCredentials credential;
    private final JsonNode created;
    private final History changes;

    ChangesIT(TestRealm realm) {
        this.realm = realm;
        Answer answer = realm.credentials(Person.ADMINISTRATOR).create(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credential = ClientCredentials.of(answer);
        this.created = ((ObjectNode) answer.json()).without("clientSecret");
        this.changes = History.ofChanges(realm.credentials(Person.AUDITOR), credential.id());
    }

    @Test
    void tellsWhoCreatedItWhenAndFromWhere() {
        assertThat(changes.entries()).hasSize(1);

        JsonNode creation = changes.entries().get(0);
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

        List<JsonNode> entries = changes.entries();

        assertThat(History.texts(entries, "operation")).containsExactly("ACTION", "ACTION", "UPDATE", "CREATE");
        assertThat(History.texts(entries.subList(1, 4), "username"))
                .containsExactly("administrator", "owner", "administrator");
        assertThat(entries.get(0).path("resourcePath").asText()).endsWith(credential.id() + "/enable");
        assertThat(entries.get(1).path("resourcePath").asText()).endsWith(credential.id() + "/disable");
        assertThat(entries.get(1).path("representation")).isEqualTo(disabled);
        assertThat(entries.get(2).path("representation")).isEqualTo(updated);
    }

    @Test
    void theNameOfAUserOfTheMasterRealmIsForThoseWhoMayLookAtItsUsers() {
        AdminApi serverAdmin = new AdminApi(realm.admin());
        serverAdmin.disable(credential.id()).expect(200);

        JsonNode seenByAuditor = changes.entries().get(0);
        JsonNode seenByOwner = newest(realm.credentials(Person.OWNER));
        JsonNode seenByServerAdmin = newest(serverAdmin);

        assertThat(seenByAuditor.has("username")).isFalse();
        assertThat(seenByOwner).isEqualTo(seenByAuditor);
        assertThat(seenByServerAdmin.path("username").asText()).isEqualTo("admin");
        assertThat(seenByAuditor.path("userId")).isEqualTo(seenByServerAdmin.path("userId"));
        assertThat(seenByAuditor.path("userId").asText()).isNotEmpty();
    }

    @Test
    void aUserOfTheMasterRealmNeedsTheRightToLookAtItsUsersToo(KeycloakServer server) {
        new AdminApi(realm.admin()).disable(credential.id()).expect(200);
        AdminClient master = server.admin().below("realms/master");

        try (NewUser viewer = NewUser.in(master, "viewer-of-" + realm.name())) {
            viewer.give(realm.name() + "-realm", "view-api-credentials");
            AdminApi credentials =
                    new AdminApi(realm.admin().as(viewer.login(server.url() + "/realms/master", "admin-cli")));

            assertThat(newest(credentials).has("username")).isFalse();
            viewer.give("master-realm", "view-users");
            assertThat(newest(credentials).path("username").asText()).isEqualTo("admin");
        }
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
        String id;
        try (NewUser leaver = NewUser.in(realm.admin(), "leaver")) {
            id = leaver.id();
            leaver.give("realm-management", "manage-api-credentials");
            new AdminApi(realm.admin().as(leaver.login(realm.url(), "demo-cli")))
                    .disable(credential.id())
                    .expect(200);
            assertThat(changes.entries().get(0).path("username").asText()).isEqualTo("leaver");
        }

        assertThat(changes.entries().get(0).path("userId").asText()).isEqualTo(id);
        assertThat(changes.entries().get(0).has("username")).isFalse();
    }

    @Test
    void comesInPages() {
        for (int change = 0; change < 2; change++) {
            realm.credentials().disable(credential.id()).expect(200);
            realm.credentials().enable(credential.id()).expect(200);
        }

        assertThat(changes.inPagesOf(2)).hasSize(5).isEqualTo(changes.entries());
        assertThat(changes.atTheEnd()).isEmpty();
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

    private JsonNode newest(AdminApi credentials) {
        return History.ofChanges(credentials, credential.id()).entries().get(0);
    }

    private static ObjectNode update() {
        ObjectNode update = CredentialRequests.of("wallets", "127.0.0.2");
        update.remove("permissionSet");
        return CredentialRequests.grant(update, "balances", "read", "org");
    }

    private static List<JsonNode> changes(TestRealm realm, String id) {
        return History.ofChanges(realm.credentials(), id).entries();
    }

    private static String issue(TestRealm realm) {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
    }
}
