package io.apicredentials.it.history;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records of changes as files, and in the timeline of a credential. */
@KeycloakTest
final class AuditFileIT {

    private final TestRealm realm;
    private final AuditRecords records;
    private final ClientCredentials credential;

    AuditFileIT(TestRealm realm) {
        this.realm = realm;
        this.records = AuditRecords.of(realm);
        this.credential = realm.credentials(Person.ADMINISTRATOR).issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void areAFileOfJsonLinesTheFirstFirst() throws JsonProcessingException {
        realm.credentials().disable(credential.id()).expect(200);

        Answer file = realm.credentials(Person.AUDITOR)
                .exportAudit(Fields.of("credential", credential.id()))
                .expect(200);

        List<JsonNode> lines = new ArrayList<>();
        for (String line : file.body().split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.add(new JsonMapper().readTree(line));
            }
        }
        List<JsonNode> listed = records.of(credential.id());
        assertThat(lines).containsExactly(listed.get(1), listed.get(0));
    }

    @Test
    void areATableThatASpreadsheetComputesNothingOf() {
        realm.admin(Person.OWNER)
                .send("POST", "api-credentials/" + credential.id() + "/disable?reason=%3D1%2B1%2C+or+%22two%22", null)
                .expect(200);

        Answer file = realm.credentials(Person.AUDITOR)
                .exportAudit(
                        Fields.of("format", "csv").and("operation", "disable").and("credential", credential.id()))
                .expect(200);

        assertThat(file.body()).startsWith("@timestamp,ecs.version,event.kind,");
        assertThat(file.body()).contains(",\"'=1+1, or \"\"two\"\"\",");
    }

    @Test
    void canBeCheckedWithoutTheServer() throws IOException, InterruptedException {
        realm.credentials().disable(credential.id()).expect(200);
        // The administrator of the master realm is told who of it made the realm; others are not.
        String file =
                realm.admin().get("api-credentials/audit/export").expect(200).body();
        String withoutNames =
                realm.credentials().exportAudit(Fields.none()).expect(200).body();
        long last = records.verify().at("/head/sequence").asLong();

        assertThat(check(file)).startsWith("right up to record " + last + ",").endsWith("not checked: 0");
        assertThat(check(withoutNames)).startsWith("right up to record " + last + ",");
        assertThat(check(file.replace("\"Test of wallets\"", "\"Test of others\"")))
                .endsWith("is not what was written");
        assertThat(check(file.lines()
                        .filter(line -> !line.contains("\"event.sequence\":2,"))
                        .collect(joining("\n"))))
                .isEqualTo("record 3 does not follow record 1");
    }

    /** By the script of the guide; what it says. */
    private static String check(String file) throws IOException, InterruptedException {
        Process script = new ProcessBuilder("python3", "docs/guides/check_audit.py")
                .redirectErrorStream(true)
                .start();
        try (Writer input = script.outputWriter(StandardCharsets.UTF_8)) {
            input.write(file);
        }
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(script.waitFor()).isEqualTo(said.startsWith("right") ? 0 : 1);
        return said;
    }

    @Test
    void areNoFileOfAnotherKind() {
        Answer refused = realm.credentials(Person.AUDITOR)
                .exportAudit(Fields.of("format", "xlsx"))
                .expect(400);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("not_one_of");
        assertThat(realm.credentials(Person.NOBODY).exportAudit(Fields.none()).status())
                .isEqualTo(403);
    }

    @Test
    void areInTheTimelineWithTheUses() {
        realm.tokenEndpoint().request(credential).expect(200);
        realm.credentials().disable(credential.id()).expect(200);
        realm.tokenEndpoint().request(credential).expect(401);

        assertThat(timeline(Fields.none())).containsExactly("use", "change", "use", "change");
        assertThat(timeline(Fields.of("first", "1").and("max", "2"))).containsExactly("change", "use");
        assertThat(timeline(Fields.of("kind", "use"))).containsExactly("use", "use");
        assertThat(timeline(Fields.of("kind", "change"))).containsExactly("change", "change");
        assertThat(timeline(Fields.of("kind", "approval"))).isEmpty();
        assertThat(timeline(Fields.of("kind", "notice"))).isEmpty();
        assertThat(realm.credentials(Person.AUDITOR)
                        .timeline(credential.id(), Fields.of("kind", "other"))
                        .status())
                .isEqualTo(400);
    }

    private List<String> timeline(Fields query) {
        List<String> kinds = new ArrayList<>();
        realm.credentials(Person.AUDITOR)
                .timeline(credential.id(), query)
                .expect(200)
                .json()
                .path("entries")
                .forEach(entry -> kinds.add(entry.path("kind").asText()));
        return kinds;
    }
}
