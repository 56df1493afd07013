package io.apicredentials.it.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.BulkAnswer;
import io.apicredentials.testing.BulkStream;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many credentials with one request: each as if it had been created alone. Those of each test have an owner of their own. */
@KeycloakTest
final class BulkIT {

    private final TestRealm realm;
    private final AdminApi api;
    private final String team = "Team " + UUID.randomUUID().toString().substring(0, 8);

    BulkIT(TestRealm realm) {
        this.realm = realm;
        this.api = realm.credentials();
    }

    @Test
    void createsOneForEachLineAndAnswersTheOthersInPlace() {
        String wrong = line("Bad").replace("127.0.0.1", "010.0.0.1");
        Answer alone = api.create(wrong).expect(400);

        BulkAnswer answer = BulkAnswer.of(api.bulk(line("First one") + wrong + line("Second one")));

        assertThat(answer.events()).containsExactly("1 created", "2 refused", "3 created");
        ObjectNode refused = answer.answers().get(1).deepCopy();
        assertThat(refused.remove(List.of("event", "line"))).isNotNull();
        assertThat(refused.remove("status").asInt()).isEqualTo(400);
        assertThat(refused).isEqualTo(alone.json());
        assertThat(answer.credentials().map(one -> one.path("name").asText()))
                .containsExactly("First one", "Second one");
        answer.credentials()
                .forEach(one -> realm.tokenEndpoint().request(credentials(one)).expect(200));
        assertThat(answer.end().toString())
                .isEqualTo("{\"event\":\"done\",\"bulk\":\""
                        + answer.begin().path("bulk").asText()
                        + "\",\"created\":2,\"waiting\":0,\"valid\":0,\"refused\":1,\"failed\":0,\"complete\":true}");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void recordsEachWithTheBulkAndTheLine() {
        BulkAnswer answer = BulkAnswer.of(api.bulk("\n" + line("First one") + line("Second one")));

        List<JsonNode> made = answer.credentials().toList();
        for (int index = 0; index < made.size(); index++) {
            String id = made.get(index).path("id").asText();
            List<JsonNode> records = AuditRecords.of(realm).of(id);
            assertThat(records).hasSize(1);
            assertThat(records.get(0).path("event.action").asText()).isEqualTo("create");
            assertThat(records.get(0).path("event.reason").asText()).isEqualTo("For a test");
            JsonNode details = records.get(0).path("api_credential.details");
            assertThat(details.path("bulk")).isEqualTo(answer.begin().path("bulk"));
            assertThat(details.path("line").asText()).isEqualTo(Integer.toString(index + 2));
            JsonNode changes = api.changes(id, Fields.none()).expect(200).json().path("changes");
            assertThat(changes).hasSize(1);
            assertThat(changes.at("/0/username").asText()).isEqualTo("owner");
            assertThat(changes.at("/0/ipAddress").asText()).isEqualTo("127.0.0.1");
            assertThat(realm.admin()
                            .find("admin-events?resourcePath=api-credentials/" + id, "operationType", "CREATE")
                            .at("/details/bulk"))
                    .isEqualTo(answer.begin().path("bulk"));
        }
    }

    @Test
    void asksForApprovalWhereCreationsNeedIt(KeycloakServer server) {
        BulkAnswer answer;
        try (TestRealm approving = TestRealm.create(server, "bulk-")) {
            approving.requireApproval();
            answer = BulkAnswer.of(approving.credentials().bulk(line("First one")));
        }

        JsonNode line = answer.answers().get(0);
        assertThat(line.path("event").asText()).isEqualTo("waiting");
        assertThat(line.path("status").asInt()).isEqualTo(202);
        assertThat(line.at("/credential/status").asText()).isEqualTo("creation_approval_pending");
        assertThat(line.at("/credential/clientSecret").isMissingNode()).isTrue();
        assertThat(answer.end().path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void givesALinkWhereThatIsAskedFor() {
        BulkAnswer answer = BulkAnswer.of(
                api.bulk(request("First one").put("delivery", "link").toString()));

        JsonNode credential = answer.answers().get(0).path("credential");
        assertThat(credential.path("link").asText()).contains("/api-credential-delivery/");
        assertThat(credential.has("clientSecret")).isFalse();
    }

    @Test
    void aDryRunSaysWhatIsWrongAndCreatesNothing() {
        BulkAnswer answer = BulkAnswer.of(api.tryBulk(line("First one") + "{}\n"));

        assertThat(answer.events()).containsExactly("1 valid", "2 refused");
        assertThat(answer.answers().get(0).path("status").asInt()).isEqualTo(201);
        assertThat(answer.begin().path("dryRun").asBoolean()).isTrue();
        assertThat(count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Person.class,
            names = {"AUDITOR", "NOBODY"})
    void isForThoseWhoMayCreateOne(Person who) {
        realm.credentials(who).bulk(line("First one")).expect(403);

        assertThat(count()).isZero();
    }

    @Test
    void answersEachLineBeforeTheNextIsSent() {
        try (BulkStream stream = BulkStream.open(realm, Person.OWNER)) {
            stream.send(longLine("First one"));
            stream.expectAnAnswer();
            assertThat(stream.next().path("event").asText()).isEqualTo("begun");
            String first = stream.next().at("/credential/id").asText();
            assertThat(api.get(first).expect(200).json().path("enabled").asBoolean())
                    .isTrue();
            stream.send(line("Second one"));
            assertThat(stream.next().at("/credential/name").asText()).isEqualTo("Second one");
            stream.end();
            assertThat(stream.next().path("complete").asBoolean()).isTrue();
        }
    }

    /** The last line came whole and without its end; nobody knows whether that was to follow. */
    @Test
    void keepsWhatWasAnsweredWhenTheCallerHangsUp() {
        try (BulkStream stream = BulkStream.open(realm, Person.OWNER)) {
            stream.send(longLine("First one")
                    + line("Second one")
                    + line("Third one").stripTrailing());
            stream.expectAnAnswer();
            stream.next();
            stream.next();
            assertThat(stream.next().path("line").asInt()).isEqualTo(2);
        }

        try (BulkStream another = BulkStream.open(realm, Person.OWNER)) {
            another.send(longLine("Another one"));
            another.end();
            another.expectAnAnswer();
            another.next();
            another.next();
            assertThat(another.next().path("complete").asBoolean()).isTrue();
        }
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void noMoreRunAtOnceThanThereMayBe() {
        try (BulkStream one = BulkStream.open(realm, Person.OWNER);
                BulkStream two = BulkStream.open(realm, Person.OWNER)) {
            for (BulkStream each : List.of(one, two)) {
                each.send(longLine("First one"));
                each.expectAnAnswer();
            }

            Answer refused = api.bulk(line("First one")).expect(409);

            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("bulks_running");
        }
        Await.seen("a place", () -> Optional.of(api.bulk("")).filter(answer -> answer.status() == 200));
    }

    private static ClientCredentials credentials(JsonNode made) {
        return new ClientCredentials(
                made.path("id").asText(),
                made.path("clientId").asText(),
                made.path("clientSecret").asText());
    }

    private String line(String name) {
        return request(name) + "\n";
    }

    private String longLine(String name) {
        return BulkStream.longLine(request(name));
    }

    private ObjectNode request(String name) {
        ObjectNode request =
                CredentialRequests.of("wallets", "127.0.0.1").put("name", name).put("reason", "For a test");
        request.putObject("owner").put("team", team);
        return request;
    }

    private int count() {
        return api.count(Fields.of("owner", team)).expect(200).json().asInt();
    }
}
