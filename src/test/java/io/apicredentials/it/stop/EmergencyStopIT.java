package io.apicredentials.it.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.StopRun;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request stops all credentials that match, and no other. The credentials of each test have an owner of their own. */
@KeycloakTest
final class EmergencyStopIT {

    private final TestRealm realm;
    private final AdminApi api;
    private final String team = "Team " + UUID.randomUUID().toString().substring(0, 8);
    private final String owned = "{\"owner\":\"" + team + "\"}";

    EmergencyStopIT(TestRealm realm) {
        this.realm = realm;
        this.api = realm.credentials();
    }

    @Test
    void stopsThoseThatMatchAndNoOther() {
        ClientCredentials first = issue(request());
        ClientCredentials second = issue(request());
        ClientCredentials other = issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String token = realm.tokenEndpoint().request(first).accessToken();

        StopRun run = StopRun.of(api, owned);

        assertThat(run.ids("stopped")).containsExactlyInAnyOrder(first.id(), second.id());
        assertThat(run.lines().get(0).path("count").asInt()).isEqualTo(2);
        assertThat(run.end().path("stopped").asInt()).isEqualTo(2);
        assertThat(run.end().path("complete").asBoolean()).isTrue();
        for (String id : run.ids("stopped")) {
            JsonNode record = AuditRecords.of(realm).of(id).get(0);
            assertThat(record.path("event.action").asText()).isEqualTo("disable");
            assertThat(record.path("event.reason").asText()).isEqualTo("A secret was published");
        }
        realm.tokenEndpoint().request(first).expect(401);
        assertThat(realm.events().refusalOf(first.clientId())).isEqualTo("disabled");
        realm.tokenEndpoint().request(second).expect(401);
        realm.tokenEndpoint().request(other).expect(200);
        assertThat(realm.isActive(token)).isTrue();
    }

    @Test
    void writesOneEventForEachWithTheReason() {
        ClientCredentials credential = issue(request());
        StopRun run = StopRun.of(api, owned);

        JsonNode changes =
                api.changes(credential.id(), Fields.none()).expect(200).json().path("changes");

        assertThat(changes).hasSize(2);
        JsonNode change = changes.get(0);
        assertThat(change.path("action").asText()).isEqualTo("disable");
        assertThat(change.path("reason").asText()).isEqualTo("emergency_stop");
        assertThat(change.path("givenReason").asText()).isEqualTo("A secret was published");
        assertThat(change.path("username").asText()).isEqualTo("owner");
        assertThat(change.path("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(change.at("/representation/enabled").asBoolean(true)).isFalse();
        JsonNode event = realm.admin()
                .find(
                        "admin-events?resourcePath=api-credentials/" + credential.id() + "/disable",
                        "operationType",
                        "ACTION");
        assertThat(event.at("/details/stop")).isEqualTo(run.end().path("stop"));
        assertThat(event.at("/details/tokens_revoked").asText()).isEqualTo("false");
    }

    @Test
    void aSecondRunFindsNothingAndWritesNothing() {
        ClientCredentials credential = issue(request());
        StopRun.revoking(api, owned);
        JsonNode stopped = api.get(credential.id()).expect(200).json();

        StopRun again = StopRun.revoking(api, owned);

        assertThat(again.lines()).hasSize(2);
        assertThat(again.end().path("stopped").asInt()).isZero();
        assertThat(again.end().path("complete").asBoolean()).isTrue();
        assertThat(api.get(credential.id()).expect(200).json()).isEqualTo(stopped);
        assertThat(api.changes(credential.id(), Fields.none()).json().path("changes"))
                .hasSize(2);
    }

    @Test
    void aDryRunSaysWhatWouldBeStoppedAndStopsNothing() {
        ClientCredentials used = issue(request().put("name", "A is used"));
        ClientCredentials unused = issue(request().put("name", "B is not"));
        ClientCredentials disabled = issue(request().put("name", "C is off"));
        api.disable(disabled.id()).expect(200);
        realm.tokenEndpoint().request(used).expect(200);
        realm.tokenEndpoint().request(used).expect(200);
        realm.tokenEndpoint().from("127.0.0.2").request(used).expect(401);

        JsonNode preview = preview(owned, "");

        assertThat(preview.path("count").asInt()).isEqualTo(2);
        assertThat(preview.path("withdrawn").asInt()).isZero();
        assertThat(preview.at("/credentials/0/id").asText()).isEqualTo(used.id());
        assertThat(preview.at("/credentials/0/clientId").asText()).isEqualTo(used.clientId());
        assertThat(preview.at("/credentials/0/name").asText()).isEqualTo("A is used");
        assertThat(preview.at("/credentials/0/enabled").asBoolean()).isTrue();
        assertThat(preview.at("/credentials/0/lastUsedAt").asText()).isNotEmpty();
        assertThat(preview.at("/credentials/1/id").asText()).isEqualTo(unused.id());
        assertThat(preview.at("/credentials/1").has("lastUsedAt")).isFalse();
        JsonNode page = preview(owned, "?first=1&max=1");
        assertThat(ids(page)).containsExactly(unused.id());
        for (JsonNode uses : List.of(preview.path("uses"), page.path("uses"))) {
            assertThat(uses.path("accepted").asInt()).isEqualTo(2);
            assertThat(uses.path("addresses").asInt()).isEqualTo(1);
            assertThat(uses.path("lastUsedAt")).isEqualTo(preview.at("/credentials/0/lastUsedAt"));
            assertThat(Duration.between(
                            Instant.parse(uses.path("lastUsedAt").asText()),
                            Instant.parse(uses.path("tokensEndBy").asText())))
                    .isEqualTo(Duration.ofHours(1));
            assertThat(uses.at("/period/recorded").asBoolean()).isTrue();
        }
        realm.tokenEndpoint().request(used).expect(200);
        assertThat(api.changes(used.id(), Fields.none()).json().path("changes")).hasSize(1);
    }

    @Test
    void findsThoseOfAUser() {
        String user = realm.admin().firstId("users?username=auditor&exact=true");
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        request.putObject("owner").put("userId", user);
        ClientCredentials credential = issue(request);

        assertThat(ids(preview("{\"owner\":\"" + user + "\"}", ""))).containsExactly(credential.id());
    }

    @Test
    void findsThoseWithTheseIds() {
        ClientCredentials credential = issue(request());
        issue(request());
        String ordinary = realm.admin()
                .get("clients?clientId=demo-cli")
                .json()
                .at("/0/id")
                .asText();
        String filter = "{\"ids\":[\"%s\",\"%s\",\"no such\",\"a\\u0000b\"]}".formatted(credential.id(), ordinary);

        assertThat(StopRun.of(api, filter).ids("stopped")).containsExactly(credential.id());
        assertThat(realm.admin()
                        .get("clients/" + ordinary)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, true",
        "203.0.113.8, false",
        "198.51.100.200, true",
        "203.0.113.0/24, true",
        "198.51.100.128/25, true",
        "198.51.0.0/16, true",
        "198.51.101.0/24, false",
        "0.0.0.0/0, true",
        "2001:db8::7, false",
        "::ffff:203.0.113.7, true"
    })
    void findsThoseThatCouldBeUsedFromAnAddress(String address, boolean isFound) {
        ClientCredentials listed = issue(request("203.0.113.7", "198.51.100.0/24"));
        ClientCredentials open = issue(request("0.0.0.0/0"));
        ClientCredentials elsewhere = issue(request("192.0.2.1"));

        List<String> found = ids(preview("{\"address\":\"" + address + "\"}", "?max=100"));

        assertThat(found.contains(listed.id())).isEqualTo(isFound);
        assertThat(found).contains(open.id());
        assertThat(found.contains(elsewhere.id())).isEqualTo(address.equals("0.0.0.0/0"));
        Stream.of(listed, open, elsewhere).forEach(each -> api.delete(each.id()).expect(204));
    }

    @ParameterizedTest
    @CsvSource({
        "key:update, true, true",
        "key:update:vault, true, true",
        "key:update:key, true, true",
        "key:update:org, false, true",
        "key:update:vault:7e0f, true, true",
        "key:update:vault:other, false, true",
        "key:update:vault:*, false, true",
        "key:delete:vault, false, false"
    })
    void findsThoseThatMayDoSomething(String permission, boolean narrow, boolean wide) {
        ClientCredentials ofOneVault = issue(CredentialRequests.grant(request(), "key", "update", "vault", "7e0f"));
        ClientCredentials ofAll = issue(CredentialRequests.grant(request(), "key", "update", "org"));

        List<String> found = ids(preview("{\"permission\":\"" + permission + "\"}", "?max=100"));

        assertThat(found.contains(ofOneVault.id())).isEqualTo(narrow);
        assertThat(found.contains(ofAll.id())).isEqualTo(wide);
        Stream.of(ofOneVault, ofAll).forEach(each -> api.delete(each.id()).expect(204));
    }

    private ClientCredentials issue(ObjectNode request) {
        return api.issue(request);
    }

    private ObjectNode request(String... addresses) {
        ObjectNode request =
                CredentialRequests.of("wallets", addresses.length == 0 ? new String[] {"127.0.0.1"} : addresses);
        request.putObject("owner").put("team", team);
        return request;
    }

    private JsonNode preview(String filter, String query) {
        return realm.admin(Person.OWNER)
                .below("api-credentials")
                .post("emergency-stop" + query, "{\"filter\":" + filter + ",\"dryRun\":true}")
                .expect(200)
                .json();
    }

    private static List<String> ids(JsonNode preview) {
        return StreamSupport.stream(preview.path("credentials").spliterator(), false)
                .map(credential -> credential.path("id").asText())
                .toList();
    }
}
