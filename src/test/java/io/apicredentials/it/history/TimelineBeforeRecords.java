package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a timeline tells of changes without a record: a credential was created, and disabled and enabled four times. */
abstract class TimelineBeforeRecords {

    private final PostgresServer database;
    private final TestRealm realm;
    private final ClientCredentials credential;
    private final String ofRealm;

    TimelineBeforeRecords(PostgresServer database, TestRealm realm, String realmId, ClientCredentials credential) {
        this.database = database;
        this.realm = realm;
        this.credential = credential;
        this.ofRealm = "realm_id = '" + realmId + "'";
    }

    @Test
    void hasTheSavedEventsWhileThereIsNoRecord() {
        assertThat(entries(Fields.none())).hasSize(9).allMatch(entry -> entry.has("record"));

        database.execute("delete from api_credential_audit where seq > 0 and " + ofRealm);

        List<JsonNode> entries = entries(Fields.of("kind", "change"));
        assertThat(entries)
                .hasSize(9)
                .noneMatch(entry -> entry.has("record"))
                .allMatch(entry -> entry.at("/event/username").asText().equals("owner"));
        assertThat(entries.get(0).at("/event/action").asText()).isEqualTo("enable");
        assertThat(entries.get(8).at("/event/operation").asText()).isEqualTo("CREATE");
        assertThat(answer(Fields.none()).has("changesRecordedSince")).isFalse();
    }

    @Test
    void hasTheSavedEventsOfTheTimeBeforeTheFirstRecordOnly() {
        database.execute("delete from api_credential_audit where seq > 0 and seq <"
                + " (select max(seq) - 1 from api_credential_audit where " + ofRealm + ") and " + ofRealm);
        // By their order: the event of a change may be written some time before its record.
        database.execute(
                "update admin_event_entity set admin_event_time = admin_event_time - 60000 where id in (select id"
                        + " from admin_event_entity where resource_path like 'api-credentials/" + credential.id()
                        + "%' and "
                        + ofRealm + " order by admin_event_time desc offset 2)");

        List<JsonNode> entries = entries(Fields.none());

        assertThat(entries.subList(0, 2)).allMatch(entry -> entry.has("record"));
        assertThat(entries.subList(2, entries.size())).allMatch(entry -> entry.has("event"));
        assertThat(entries).hasSize(9);
        assertThat(answer(Fields.none()).path("changesRecordedSince"))
                .isEqualTo(entries.get(1).path("time"));
    }

    /** As of an edit that a node made without the extension, or while its tables could not be used. */
    @Test
    void hasTheSavedEventOfALaterChangeThatHasNoRecord() {
        for (int i = 0; i < 4; i++) {
            realm.credentials().disable(credential.id()).expect(200);
            realm.credentials().enable(credential.id()).expect(200);
        }
        List<JsonNode> before = entries(Fields.none());
        database.execute(
                "delete from api_credential_audit where seq = (select max(seq) - 4 from api_credential_audit where "
                        + ofRealm + ") and " + ofRealm);

        List<JsonNode> entries = entries(Fields.none());

        assertThat(entries).hasSize(17);
        assertThat(entries).filteredOn(entry -> entry.has("event")).hasSize(1);
        assertThat(entries.get(4).at("/event/action").asText())
                .isEqualTo(before.get(4).path("record").path("event.action").asText());
        assertThat(entries(Fields.of("max", "5"))).isEqualTo(entries.subList(0, 5));
        assertThat(entries(Fields.of("first", "4").and("max", "1").and("kind", "change")))
                .isEqualTo(entries.subList(4, 5));
    }

    private List<JsonNode> entries(Fields query) {
        return StreamSupport.stream(answer(query).path("entries").spliterator(), false)
                .toList();
    }

    private JsonNode answer(Fields query) {
        return realm.credentials(Person.AUDITOR)
                .timeline(credential.id(), query)
                .expect(200)
                .json();
    }
}
