package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a credential was used, in a realm that saves no event. */
@KeycloakTest(realm = ActivityIT.WithoutEvents.class)
final class ActivityIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    ActivityIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1", "127.0.0.3"));
    }

    static final class WithoutEvents implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.put("eventsEnabled", false);
        }
    }

    @Test
    void addsUpAcceptedAndRefusedUsesByAddressSecretAndReason() {
        use("127.0.0.1", 200);
        use("127.0.0.1", 200);
        use("127.0.0.3", 200);
        use("127.0.0.2", 401);
        String secret = realm.credentials()
                .get(credential.id())
                .json()
                .at("/secrets/0/id")
                .asText();

        JsonNode activity = activity(Fields.none());

        assertThat(activity.path("accepted").asInt()).isEqualTo(3);
        assertThat(activity.path("refused").asInt()).isEqualTo(1);
        assertThat(activity.path("addresses"))
                .extracting(ActivityIT::numbers)
                .containsExactly("127.0.0.1 2 0", "127.0.0.3 1 0", "127.0.0.2 0 1");
        assertThat(activity.path("secrets")).extracting(ActivityIT::numbers).containsExactly(secret + " 3 0");
        assertThat(activity.path("reasons")).extracting(ActivityIT::numbers).containsExactly("address_not_allowed  1");
    }

    /** Beside its last use, and what the table says of itself. */
    @Test
    void addsUpInOneStatement(KeycloakServer server) {
        use("127.0.0.1", 200);
        LogMark log = server.markLog();

        activity(Fields.none());

        assertThat(log.readsOf("API_CREDENTIAL_USAGE"))
                .hasSize(3)
                .filteredOn(statement -> statement.contains(" group by "))
                .hasSize(1);
    }

    @Test
    void countsWhatIsRefusedAfterTheAuthenticationAsRefused() {
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", "nonsense");
        realm.tokenEndpoint()
                .request(form.and(TokenEndpoint.post(credential)), Fields.none())
                .expect(400);

        JsonNode activity = activity(Fields.none());

        assertThat(activity.path("accepted").asInt()).isZero();
        assertThat(activity.path("reasons")).extracting(ActivityIT::numbers).containsExactly("invalid_request  1");
        assertThat(activity.at("/secrets/0/refused").asInt()).isEqualTo(1);
        assertThat(activity.has("lastUsedAt")).isFalse();
    }

    @Test
    void tellsTheLastUse() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        use("127.0.0.1", 200);
        Instant after = Instant.now();
        use("127.0.0.2", 401);

        assertThat(Instant.parse(activity(Fields.none()).path("lastUsedAt").asText()))
                .isBetween(before, after);
    }

    @ParameterizedTest
    @CsvSource({"hour, PT1H", "day, PT24H"})
    void hasTheBucketsWithUsesAndWholeOnesOnly(String bucket, Duration length) {
        Instant start = Instant.ofEpochSecond(Instant.now().getEpochSecond() / length.toSeconds() * length.toSeconds());
        use("127.0.0.1", 200);
        use("127.0.0.2", 401);

        JsonNode activity = activity(Fields.of("bucket", bucket));

        assertThat(activity.path("bucket").asText()).isEqualTo(bucket);
        assertThat(activity.path("buckets")).hasSize(1);
        assertThat(activity.at("/buckets/0/from").asText())
                .isIn(start.toString(), start.plus(length).toString());
        assertThat(activity.at("/buckets/0/accepted").asInt()).isEqualTo(1);
        assertThat(activity.at("/buckets/0/refused").asInt()).isEqualTo(1);
        assertThat(Instant.parse(activity.path("to").asText())).isAfter(start);
        assertThat(Instant.parse(activity.path("from").asText()).getEpochSecond() % length.toSeconds())
                .isZero();
    }

    @Test
    void hasNothingOfAnotherTimeOrAnotherCredential() {
        use("127.0.0.1", 200);
        ClientCredentials other = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        JsonNode earlier = activity(Fields.of("to", "2026-01-02T00:00:00Z"));
        JsonNode ofOther = realm.credentials()
                .activity(other.id(), Fields.none())
                .expect(200)
                .json();

        assertThat(earlier.path("from").asText()).isEqualTo("2025-12-03T00:00:00Z");
        for (JsonNode activity : new JsonNode[] {earlier, ofOther}) {
            assertThat(activity.path("accepted").asInt()).isZero();
            assertThat(activity.path("buckets")).isEmpty();
            assertThat(activity.path("addresses")).isEmpty();
        }
        assertThat(earlier.has("lastUsedAt")).isTrue();
        assertThat(ofOther.has("lastUsedAt")).isFalse();
    }

    @Test
    void saysSinceWhenAndForHowLongUsesAreCounted() {
        JsonNode activity = activity(Fields.none());

        assertThat(activity.path("recorded").asBoolean()).isTrue();
        assertThat(Instant.parse(activity.path("recordedSince").asText())).isBefore(Instant.now());
        assertThat(activity.path("keptFor").asText()).isEqualTo("PT9600H");
    }

    @Test
    void theSecretsTellTheirUsesAndAreKnownToBeUnused() {
        realm.credentials().rotate(credential.id(), "P7D").expect(201);
        JsonNode unused =
                realm.credentials().secrets(credential.id()).expect(200).json();
        assertThat(unused.path("recorded").asBoolean()).isTrue();
        assertThat(unused.at("/secrets/1").has("lastUsedAt")).isFalse();
        use("127.0.0.3", 200);

        JsonNode used =
                realm.credentials().secrets(credential.id()).expect(200).json().at("/secrets/1");

        assertThat(used.path("lastUsedFrom").asText()).isEqualTo("127.0.0.3");
        assertThat(used.path("usesInLastDay").asInt()).isEqualTo(1);
        assertThat(used.path("usesInLastWeek").asInt()).isEqualTo(1);
        assertThat(realm.credentials()
                        .endSecret(credential.id(), used.path("id").asText())
                        .expect(409)
                        .json()
                        .at("/errors/0/code")
                        .asText())
                .isEqualTo("secret_in_use");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z, from, range_reversed",
        "from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, from, range_reversed",
        "from=2098-01-01T00:00:00Z, from, range_reversed",
        "from=2016-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&bucket=hour, from, range_too_long",
        "from=2016-01-01T00:00:00Z&to=2026-01-01T00:00:00Z&bucket=day, from, range_too_long",
        "from=-999999999-01-01T00:00:00Z, from, range_too_long",
        "from=yesterday, from, not_an_instant",
        "from=2026-01-01T00:00:00Z&from=2026-01-01T00:00:00Z, from, parameter_repeated",
        "bucket=week, bucket, not_one_of",
        "max=5, max, unknown_parameter"
    })
    void saysWhatIsWrongWithAQuestion(String query, String field, String code) {
        JsonNode errors = realm.admin()
                .get("api-credentials/" + credential.id() + "/activity?" + query)
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(error ->
                        error.path("field").asText() + " " + error.path("code").asText())
                .contains(field + " " + code);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00Z, 2026-02-11T16:00:00Z, hour", "2023-04-07T00:00:00Z, 2026-01-01T00:00:00Z, day"})
    void answersForAThousandBuckets(String from, String to, String bucket) {
        JsonNode activity = activity(Fields.of("from", from).and("to", to).and("bucket", bucket));

        assertThat(activity.path("from").asText()).isEqualTo(from);
        assertThat(activity.path("to").asText()).isEqualTo(to);
    }

    private void use(String address, int status) {
        realm.tokenEndpoint().from(address).request(credential).expect(status);
    }

    private JsonNode activity(Fields query) {
        return realm.credentials(Person.AUDITOR)
                .activity(credential.id(), query)
                .expect(200)
                .json();
    }

    private static String numbers(JsonNode total) {
        return total.path("address").asText() + total.path("id").asText()
                + total.path("reason").asText() + " " + total.path("accepted").asText() + " "
                + total.path("refused").asText();
    }
}
