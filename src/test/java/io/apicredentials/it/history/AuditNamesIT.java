package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** To whom the records of changes name users of the master realm. Its administrator {@code admin} has disabled a credential. */
@KeycloakTest
final class AuditNamesIT {

    private static final String NAME = "user.name";

    private final TestRealm realm;
    private final AdminApi serverAdmin;
    private final ClientCredentials credential;

    AuditNamesIT(TestRealm realm) {
        this.realm = realm;
        this.serverAdmin = new AdminApi(realm.admin());
        this.credential = realm.credentials(Person.ADMINISTRATOR).issue(CredentialRequests.of("wallets", "127.0.0.1"));
        serverAdmin.disable(credential.id()).expect(200);
    }

    @Test
    void theNameOfAUserOfTheMasterRealmIsForThoseWhoMayLookAtItsUsers() {
        JsonNode seenByAuditor = newest(realm.credentials(Person.AUDITOR));
        JsonNode seenByServerAdmin = newest(serverAdmin);

        assertThat(seenByAuditor.has(NAME)).isFalse();
        assertThat(newest(realm.credentials(Person.OWNER))).isEqualTo(seenByAuditor);
        assertThat(seenByServerAdmin.path(NAME).asText()).isEqualTo("admin");
        assertThat(seenByAuditor.path("user.id").asText()).isNotEmpty();
        assertThat(seenByAuditor.path("user.id")).isEqualTo(seenByServerAdmin.path("user.id"));
        assertThat(seenByAuditor.path("api_credential.actor_realm_id").asText()).isNotEmpty();
        assertThat(created(realm.credentials(Person.AUDITOR)).path(NAME).asText())
                .isEqualTo("administrator");
    }

    @Test
    void norIsItInAFileOrInTheTimeline() {
        AdminApi auditor = realm.credentials(Person.AUDITOR);

        assertThat(file(auditor, "ndjson")).contains("\"administrator\"").doesNotContain("\"admin\"");
        assertThat(file(auditor, "csv")).contains(",administrator,").doesNotContain(",admin,");
        assertThat(file(serverAdmin, "ndjson")).contains("\"user.name\":\"admin\"");
        assertThat(inTimeline(auditor).has(NAME)).isFalse();
        assertThat(inTimeline(serverAdmin).path(NAME).asText()).isEqualTo("admin");
    }

    @Test
    void nobodyGuessesIt() {
        AuditRecords auditor = AuditRecords.of(realm);
        String id = newest(auditor.api()).path("user.id").asText();

        assertThat(auditor.list(by("admin"))).isEmpty();
        assertThat(file(auditor.api(), by("admin"))).isEmpty();
        assertThat(auditor.list(by(id))).hasSize(1);
        assertThat(auditor.list(by("administrator"))).hasSize(1);
        assertThat(new AuditRecords(serverAdmin).list(by("admin"))).hasSize(1);
    }

    @Test
    void aUserOfTheMasterRealmNeedsTheRightToLookAtItsUsersToo(KeycloakServer server) {
        AdminClient master = server.admin().below("realms/master");

        try (NewUser viewer = NewUser.in(master, "reader-of-" + realm.name())) {
            viewer.give(realm.name() + "-realm", "view-api-credentials");
            AdminApi credentials =
                    new AdminApi(realm.admin().as(viewer.login(server.url() + "/realms/master", "admin-cli")));

            assertThat(newest(credentials).has(NAME)).isFalse();
            assertThat(new AuditRecords(credentials).list(by("admin"))).isEmpty();
            viewer.give("master-realm", "view-users");
            assertThat(newest(credentials).path(NAME).asText()).isEqualTo("admin");
        }
    }

    @Test
    void norDoesAnEditThroughKeycloakNameItsAuthor() {
        realm.admin().put("clients/" + credential.id(), edited()).expect(204);

        JsonNode edit = newest(realm.credentials(Person.AUDITOR));

        assertThat(edit.path("api_credential.way").asText()).isEqualTo("keycloak");
        assertThat(edit.has(NAME)).isFalse();
        assertThat(newest(serverAdmin).path(NAME).asText()).isEqualTo("admin");
    }

    private ObjectNode edited() {
        return ((ObjectNode) realm.admin().get("clients/" + credential.id()).json()).put("name", "Another name");
    }

    private Fields by(String actor) {
        return Fields.of("credential", credential.id()).and("actor", actor);
    }

    private JsonNode newest(AdminApi reader) {
        return new AuditRecords(reader).of(credential.id()).get(0);
    }

    private JsonNode created(AdminApi reader) {
        return new AuditRecords(reader)
                .list(Fields.of("credential", credential.id()).and("operation", "create"))
                .get(0);
    }

    private JsonNode inTimeline(AdminApi reader) {
        return reader.timeline(credential.id(), Fields.none())
                .expect(200)
                .json()
                .at("/entries/0/record");
    }

    private String file(AdminApi reader, String format) {
        return file(reader, Fields.of("credential", credential.id()).and("format", format));
    }

    private static String file(AdminApi reader, Fields query) {
        return reader.exportAudit(query).expect(200).body();
    }
}
