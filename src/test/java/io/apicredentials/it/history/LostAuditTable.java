package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.BulkAnswer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table of audit records that is not there, that lost the row which says how a chain ends, or that takes fewer characters. */
abstract class LostAuditTable {

    private static final String EMOJI = "\ud83d\ude00";

    private final PostgresServer database;
    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;
    private final String realmId;

    LostAuditTable(PostgresServer database, KeycloakServer server, TestRealm realm, ClientCredentials credential) {
        this.database = database;
        this.server = server;
        this.realm = realm;
        this.credential = credential;
        this.realmId = realm.admin().get("").expect(200).json().path("id").asText();
    }

    @Test
    void aNoteOfTheLastRecordThatWasRemovedIsNamedForGood() {
        long last = last();
        LogMark log = server.markLog();
        remove("seq = 0");

        assertMissing(last + 1);
        realm.credentials().disable(credential.id()).expect(200);
        realm.credentials().enable(credential.id()).expect(200);
        assertMissing(last + 1);
        assertThat(log.lines())
                .anyMatch(
                        line -> line.contains("ERROR") && line.contains("names number " + (last + 1) + " as missing"));
    }

    @Test
    void recordsThatWereRemovedWithTheNoteOfTheLastAreNamed() {
        long last = last();
        remove("seq = 0 or seq >= " + (last - 1));

        assertMissing(last - 1);
        realm.credentials().disable(credential.id()).expect(200);
        assertMissing(last - 1);
    }

    /** As columns of MySQL and MariaDB do that have the character set of Keycloak's own tables there. */
    @Test
    void charactersThatTheDatabaseDoesNotHaveAreRecordedAndComeBack() {
        String column = "concat(reason, user_name, details, state_before, state_after, client_id)";
        database.execute("alter table api_credential_audit add constraint utf8mb3 check (" + column
                + " !~ '[\\U00010000-\\U0010FFFF]')");
        try {
            realm.admin(Person.OWNER)
                    .send(
                            "POST",
                            "api-credentials/" + credential.id() + "/disable?reason=Not+needed+%F0%9F%98%80+%5Cud83d",
                            null)
                    .expect(200);
            ObjectNode renamed = (ObjectNode)
                    realm.credentials().get(credential.id()).expect(200).json();
            realm.credentials()
                    .update(credential.id(), renamed.put("name", "Happy " + EMOJI))
                    .expect(200);
        } finally {
            database.execute("alter table api_credential_audit drop constraint utf8mb3");
        }

        JsonNode disabled = AuditRecords.of(realm).of(credential.id()).get(1);
        assertThat(disabled.path("event.reason").asText()).isEqualTo("Not needed " + EMOJI + " \\ud83d");
        JsonNode renamed = AuditRecords.of(realm).of(credential.id()).get(0);
        assertThat(renamed.path("api_credential.after").path("name").asText()).isEqualTo("Happy " + EMOJI);
        assertThat(AuditRecords.of(realm).verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void withoutTheTableRecordsAreUnreadableAndTokensGoOn() {
        AdminApi auditor = realm.credentials(Person.AUDITOR);
        database.execute("alter table api_credential_audit rename to elsewhere");
        try {
            Map<String, Answer> answers = Map.of(
                    "list", auditor.audit(Fields.none()),
                    "check", auditor.verifyAudit(),
                    "file", auditor.exportAudit(Fields.none()),
                    "timeline", auditor.timeline(credential.id(), Fields.none()));
            answers.forEach((name, answer) -> {
                assertThat(answer.status()).as(name).isEqualTo(503);
                assertThat(answer.json().at("/errors/0/code").asText()).as(name).isEqualTo("audit_unreadable");
            });
            auditor.activity(credential.id(), Fields.none()).expect(200);
            realm.tokenEndpoint().request(credential).expect(200);
        } finally {
            database.execute("alter table elsewhere rename to api_credential_audit");
        }
        auditor.audit(Fields.none()).expect(200);
    }

    @Test
    void whatCannotBeRecordedIsNotDone() {
        database.execute("alter table api_credential_audit rename to elsewhere");
        try {
            Answer refused = realm.credentials().disable(credential.id()).expect(503);
            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("not_recorded");
            assertThat(realm.credentials()
                            .changeSettings("{\"tokenLifespan\":600}")
                            .status())
                    .isEqualTo(503);
            assertThat(realm.credentials()
                            .create(CredentialRequests.of("wallets", "127.0.0.1"))
                            .status())
                    .isEqualTo(503);
            AdminClient client = realm.admin().below("clients/" + credential.id());
            ObjectNode edited = (ObjectNode) client.get("").expect(200).json();
            assertThat(client.put("", edited.put("enabled", false)).status()).isEqualTo(503);
            assertThat(client.delete("").status()).isEqualTo(503);
            realm.tokenEndpoint().request(credential).expect(200);
        } finally {
            database.execute("alter table elsewhere rename to api_credential_audit");
        }

        assertThat(realm.credentials()
                        .get(credential.id())
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(realm.credentials().settings().json().has("tokenLifespan")).isFalse();
        assertThat(AuditRecords.of(realm).verify().path("intact").asBoolean()).isTrue();
        realm.credentials().disable(credential.id()).expect(200);
    }

    @Test
    void aBulkEndsWhereNothingCanBeRecorded() {
        String line = CredentialRequests.of("wallets", "127.0.0.1") + "\n";
        int before = realm.credentials().count(Fields.none()).json().asInt();
        BulkAnswer answer;
        database.execute("alter table api_credential_audit rename to elsewhere");
        try {
            answer = BulkAnswer.of(realm.credentials().bulk("{}\n" + line.repeat(20)));
        } finally {
            database.execute("alter table elsewhere rename to api_credential_audit");
        }

        // Those that were in work when the third failed are answered too.
        List<String> events = answer.events();
        assertThat(events)
                .startsWith("1 refused", "2 failed", "3 failed", "4 failed")
                .hasSizeBetween(4, 7);
        assertThat(events.subList(1, events.size())).allMatch(event -> event.endsWith(" failed"));
        assertThat(answer.answers().get(1).path("status").asInt()).isEqualTo(503);
        assertThat(answer.answers().get(1).at("/errors/0/code").asText()).isEqualTo("not_recorded");
        assertThat(answer.end().path("reason").asText()).isEqualTo("failing");
        assertThat(answer.end().path("next").asInt()).isEqualTo(events.size() + 1);
        assertThat(realm.credentials().count(Fields.none()).json().asInt()).isEqualTo(before);
        assertThat(AuditRecords.of(realm).verify().path("intact").asBoolean()).isTrue();
    }

    private void remove(String rows) {
        database.execute("delete from api_credential_audit where realm_id = '" + realmId + "' and (" + rows + ")");
    }

    private long last() {
        return Long.parseLong(database.query("select max(seq) from api_credential_audit where realm_id = ?", realmId)
                .get(0));
    }

    private void assertMissing(long sequence) {
        JsonNode found = AuditRecords.of(realm).verify();
        assertThat(found.at("/broken/sequence").asLong()).as(found.toString()).isEqualTo(sequence);
        assertThat(found.at("/broken/fault").asText()).isEqualTo("missing");
    }
}
