package io.apicredentials.it.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Golden;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the uses of a credential suggest. */
@KeycloakTest
final class SuggestionsIT {

    private static final List<String> USED = List.of("127.0.0.2", "127.0.0.3", "127.0.0.9");

    private final TestRealm realm;

    SuggestionsIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void hasTheAgreedFields() {
        ClientCredentials credential = usedFrom("127.0.0.0/24");
        JsonNode suggestions = suggestions(credential, Fields.none());

        Golden.check(
                "suggestions.json",
                suggestions,
                Map.of(
                        suggestions.at("/period/from").asText(), "<from>",
                        suggestions.at("/period/to").asText(), "<to>",
                        suggestions.at("/period/recordedSince").asText(), "<since>",
                        suggestions.path("lastUsedAt").asText(), "<last>"));
    }

    @Test
    void theSuggestedListAdmitsWhatWasUsedAndLittleElse() {
        ClientCredentials credential = usedFrom("0.0.0.0/0");
        JsonNode suggested = suggestions(credential, Fields.none()).at("/allowedIps/suggested/allowedIps");

        ObjectNode update = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        realm.credentials()
                .update(credential.id(), update.set("allowedIps", suggested))
                .expect(200);

        USED.forEach(address ->
                realm.tokenEndpoint().from(address).request(credential).expect(200));
        realm.tokenEndpoint().from("127.0.0.8").request(credential).expect(401);
        JsonNode afterwards = suggestions(credential, Fields.none()).path("allowedIps");
        assertThat(afterwards.path("alreadyNarrow").asBoolean()).isTrue();
        assertThat(afterwards.has("suggested")).isFalse();
    }

    @Test
    void neverHasRangesThatTheRealmDoesNotAccept() {
        ClientCredentials credential = usedFrom("127.0.0.0/24");
        realm.credentials()
                .changeSettings("{\"addresses\":{\"allAllowed\":false,\"widestPrefix\":32}}")
                .expect(200);
        try {
            assertThat(suggestions(credential, Fields.none()).at("/allowedIps/suggested/allowedIps"))
                    .extracting(JsonNode::asText)
                    .containsExactlyElementsOf(USED);
        } finally {
            realm.credentials().changeSettings("{}").expect(200);
        }
    }

    @Test
    void namesUsesThatTheListDoesNotAdmitAnyMore() {
        ClientCredentials credential = usedFrom("127.0.0.0/24");
        ObjectNode update = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        update.putArray("allowedIps").add("127.0.0.8/29");
        realm.credentials().update(credential.id(), update).expect(200);

        JsonNode allowedIps = suggestions(credential, Fields.none()).path("allowedIps");

        assertThat(allowedIps.at("/suggested/allowedIps"))
                .extracting(JsonNode::asText)
                .containsExactly("127.0.0.9");
        assertThat(allowedIps.path("uncovered").toString())
                .isEqualTo("[{\"reason\":\"not_listed\",\"addresses\":2,\"accepted\":2}]");
    }

    /** It is not known of a new one that nobody needs it. */
    @Test
    void aNewCredentialIsNotUnused() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);

        JsonNode suggestions = suggestions(credential, Fields.none());

        assertThat(suggestions.path("accepted").asInt()).isZero();
        assertThat(suggestions.path("unused").asBoolean()).isFalse();
        assertThat(suggestions.path("unusedDays").asInt()).isZero();
        assertThat(suggestions.has("allowedIps")).isFalse();
        assertThat(suggestions.has("lastUsedAt")).isFalse();
    }

    @Test
    void theTimeIsThatOfTheQuestion() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        JsonNode period = suggestions(credential, Fields.of("days", "400")).path("period");

        Duration time = Duration.between(
                Instant.parse(period.path("from").asText()),
                Instant.parse(period.path("to").asText()));
        assertThat(time).isBetween(Duration.ofDays(400), Duration.ofDays(400).plusHours(1));
        assertThat(period.path("complete").asBoolean()).isFalse();
    }

    @Test
    void instantsAreAsExactAsStoredOnes() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        JsonNode verification =
                realm.admin().get("api-credentials/audit/verify").expect(200).json();

        Instant asked = Instant.parse(
                suggestions(credential, Fields.none()).at("/period/to").asText());
        Instant verified = Instant.parse(verification.path("verifiedAt").asText());

        assertThat(asked).isEqualTo(asked.truncatedTo(ChronoUnit.MILLIS));
        assertThat(verified).isEqualTo(verified.truncatedTo(ChronoUnit.MILLIS));
    }

    @ParameterizedTest
    @CsvSource({
        "days=0, days, not_number",
        "days=401, days, not_number",
        "days=, days, not_number",
        "days=30&days=30, days, parameter_repeated",
        "from=2026-01-01T00:00:00Z, from, unknown_parameter"
    })
    void saysWhatIsWrongWithAQuestion(String query, String field, String code) {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        JsonNode error = realm.admin()
                .get("api-credentials/" + credential.id() + "/suggestions?" + query)
                .expect(400)
                .json()
                .at("/errors/0");

        assertThat(error.path("field").asText() + " " + error.path("code").asText())
                .isEqualTo(field + " " + code);
    }

    private ClientCredentials usedFrom(String allowedIps) {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", allowedIps));
        USED.forEach(address ->
                realm.tokenEndpoint().from(address).request(credential).expect(200));
        return credential;
    }

    private JsonNode suggestions(ClientCredentials credential, Fields query) {
        return realm.credentials(Person.AUDITOR)
                .suggestions(credential.id(), query)
                .expect(200)
                .json();
    }
}
