package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often each of many credentials was used, for a row of the list each. */
@KeycloakTest
final class ActivityOfManyIT {

    private final TestRealm realm;
    private final AdminClient api;

    ActivityOfManyIT(TestRealm realm) {
        this.realm = realm;
        this.api = realm.admin(Person.AUDITOR).below("api-credentials/activity");
    }

    @Test
    void tellsTheUsesOfEachAsItsOwnActivityDoes() {
        ClientCredentials often = issue(realm);
        ClientCredentials refused = issue(realm);
        ClientCredentials never = issue(realm);
        realm.tokenEndpoint().request(often).expect(200);
        realm.tokenEndpoint().request(often).expect(200);
        realm.tokenEndpoint().from("127.0.0.2").request(often).expect(401);
        realm.tokenEndpoint().from("127.0.0.2").request(refused).expect(401);

        JsonNode answer = activity(ids(often.id(), refused.id(), never.id(), often.id()));

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("recorded", "recordedSince", "keptFor", "from", "to", "bucket", "credentials");
        assertThat(answer.path("recorded").asBoolean()).isTrue();
        assertThat(answer.path("bucket").asText()).isEqualTo("day");
        assertThat(answer.path("credentials")).hasSize(3);
        for (ClientCredentials each : new ClientCredentials[] {often, refused, never}) {
            JsonNode own =
                    realm.credentials().activity(each.id(), Fields.none()).json();
            JsonNode brief = answer.path("credentials").path(each.id());
            for (String field : new String[] {"lastUsedAt", "accepted", "refused", "buckets"}) {
                assertThat(brief.path(field)).as(field).isEqualTo(own.path(field));
            }
            assertThat(answer.path("from")).isEqualTo(own.path("from"));
            assertThat(answer.path("to")).isEqualTo(own.path("to"));
        }
        assertThat(answer.at("/credentials/" + often.id() + "/accepted").asInt())
                .isEqualTo(2);
        assertThat(answer.at("/credentials/" + often.id() + "/refused").asInt()).isEqualTo(1);
        assertThat(answer.at("/credentials/" + refused.id()).has("lastUsedAt")).isFalse();
        assertThat(answer.at("/credentials/" + never.id() + "/buckets")).isEmpty();
    }

    @Test
    void theLastUseIsToldAlsoWhenItIsNotInTheTime() {
        ClientCredentials credential = issue(realm);
        realm.tokenEndpoint().request(credential).expect(200);
        Instant past = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS);

        JsonNode answer = activity(ids(credential.id())
                .and("bucket", "hour")
                .and("from", past.toString())
                .and("to", past.plus(Duration.ofHours(2)).toString()));

        JsonNode brief = answer.path("credentials").path(credential.id());
        assertThat(brief.path("accepted").asInt(-1)).isZero();
        assertThat(brief.path("lastUsedAt").asText()).isNotEmpty();
        assertThat(answer.path("to").asText())
                .isEqualTo(past.plus(Duration.ofHours(2)).toString());
    }

    @Test
    void whatIsNoCredentialOfTheRealmIsLeftOut(KeycloakServer server) {
        try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            ClientCredentials foreign = issue(other);
            other.tokenEndpoint().request(foreign).expect(200);
            String ordinary = realm.admin().firstId("clients?clientId=demo-cli");

            assertThat(activity(ids(foreign.id(), ordinary, "nonsense", "'")).path("credentials"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void refusesNoneAndMoreThanAHundred(int number) {
        JsonNode errors = api.get("?"
                        + ids(Collections.nCopies(number, "x").toArray(String[]::new))
                                .urlEncoded())
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/code").asText()).isEqualTo("parameter_count");
    }

    @Test
    void refusesATimeOfMoreThanAHundredBuckets() {
        JsonNode errors = api.get("?"
                        + ids("x").and("from", "2026-01-01T00:00:00Z")
                                .and("to", "2026-06-01T00:00:00Z")
                                .urlEncoded())
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors.at("/0/code").asText()).isEqualTo("range_too_long");
        assertThat(errors.at("/0/params/3").asText()).isEqualTo("100");
    }

    private JsonNode activity(Fields query) {
        return api.get("?" + query.urlEncoded()).expect(200).json();
    }

    private static ClientCredentials issue(TestRealm realm) {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private static Fields ids(String... ids) {
        Fields fields = Fields.none();
        for (String id : ids) {
            fields = fields.and("id", id);
        }
        return fields;
    }
}
