package io.apicredentials.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential that was given for some time, and its tokens, end when that is over. */
@KeycloakTest
final class ExpiryIT {

    private final TestRealm realm;

    ExpiryIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void noTokenOutlivesItsCredential() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(600);
        ClientCredentials credential = issue(end.toString());

        Answer answer = realm.tokenEndpoint().request(credential);

        long exp = answer.claims().path("exp").asLong();
        assertThat(exp).isEqualTo(end.getEpochSecond());
        assertThat(answer.json().path("expires_in").asLong())
                .isEqualTo(exp - answer.claims().path("iat").asLong());
    }

    /** Requests are sent without a pause in the last second: none is accepted from the instant on, and none refused before. */
    @Test
    void isRefusedFromTheVerySecondOn() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        ClientCredentials credential = issue(end.toString());
        Answer last = realm.tokenEndpoint().request(credential).expect(200);

        while (Instant.now().isBefore(end.minusSeconds(1))) {
            Thread.onSpinWait();
        }
        Instant sent = Instant.now();
        Answer answer = realm.tokenEndpoint().request(credential);
        while (answer.status() == 200) {
            assertThat(sent).as("accepted").isBefore(end);
            last = answer;
            sent = Instant.now();
            answer = realm.tokenEndpoint().request(credential);
        }

        assertThat(Instant.now()).as("refused").isAfterOrEqualTo(end);
        new Refusals(realm).check(credential, "expired", realm.tokenEndpoint()::request);
        assertThat(realm.isActive(last.accessToken())).isFalse();
        JsonNode read = realm.credentials().get(credential.id()).json();
        assertThat(read.path("status").asText()).isEqualTo("expired");
        assertThat(read.path("refusal").asText()).isEqualTo("expired");
    }

    @Test
    void extendingIsAnUpdateAndBringsItBack() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        ClientCredentials credential = issue(end.toString());
        while (realm.tokenEndpoint().request(credential).status() == 200) {
            assertThat(Instant.now()).isBefore(end.plusSeconds(300));
        }

        update(credential, request -> request.put("expiresAt", "2099-01-01T00:00:00Z"))
                .expect(200);

        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void anExpiredCredentialCanBeRenamedAndDisabled() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        ClientCredentials credential = issue(end.toString());
        while (realm.tokenEndpoint().request(credential).status() == 200) {
            assertThat(Instant.now()).isBefore(end.plusSeconds(300));
        }

        update(credential, request -> request.put("name", "Another name")).expect(200);
        realm.credentials().disable(credential.id()).expect(200);
        realm.credentials().enable(credential.id()).expect(200);
    }

    @Test
    void stopsBeingLimitedByNull() {
        ClientCredentials credential = issue("2099-01-01T00:00:00Z");

        update(credential, request -> request.remove("expiresAt")).expect(200);
        assertThat(realm.credentials()
                        .get(credential.id())
                        .json()
                        .path("expiresAt")
                        .asText())
                .as("left out, it stays")
                .isEqualTo("2099-01-01T00:00:00Z");

        update(credential, request -> request.putNull("expiresAt")).expect(200);
        assertThat(realm.credentials().get(credential.id()).json().has("expiresAt"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2099-01-31T13:00:00+01:00, 2099-01-31T12:00:00Z",
        "2099-01-31T12:00:00.999Z, 2099-01-31T12:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void isAnInstantInWholeSeconds(String given, String stored) {
        ClientCredentials credential = issue(given);

        assertThat(realm.credentials()
                        .get(credential.id())
                        .json()
                        .path("expiresAt")
                        .asText())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-01T00:00:00Z, expiry_past",
        "+10000-01-01T00:00:00Z, expiry_malformed",
        "2099-01-31, expiry_malformed",
        "2099-01-31T12:00:00, expiry_malformed",
        "tomorrow, expiry_malformed"
    })
    void refusesWhatIsNoInstantToCome(String given, String code) {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1").put("expiresAt", given);

        Answer refused = realm.credentials().create(request).expect(400);

        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("expiresAt");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo(code);
    }

    @Test
    void isListedByItsEnd() {
        ClientCredentials soon = issue(Instant.now().plus(10, ChronoUnit.DAYS).toString());
        ClientCredentials later = issue(Instant.now().plus(40, ChronoUnit.DAYS).toString());

        assertThat(ids("due", "expiry")).contains(soon.id()).doesNotContain(later.id());
        assertThat(ids("expiresBefore", Instant.now().plus(41, ChronoUnit.DAYS).toString()))
                .contains(soon.id(), later.id());
        assertThat(ids("status", "expired")).doesNotContain(soon.id(), later.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 300, 3599})
    void tokensCanBeShorterForOneCredential(int seconds) {
        ClientCredentials credential = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1").put("tokenLifespan", seconds));

        Answer answer = realm.tokenEndpoint().request(credential);

        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(seconds);
        assertThat(realm.credentials()
                        .get(credential.id())
                        .json()
                        .path("tokenLifespan")
                        .asInt())
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "59, token_lifespan_range",
        "0, token_lifespan_range",
        "3601, token_lifespan_range",
        "60.5, not_whole_number"
    })
    void refusesALifespanThatIsNone(String seconds, String code) {
        String request = CredentialRequests.of("wallets", "127.0.0.1")
                .toString()
                .replaceFirst("\\{", "{\"tokenLifespan\":" + seconds + ",");

        Answer refused = realm.credentials().create(request).expect(400);

        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo(code);
    }

    private List<String> ids(String parameter, String value) {
        JsonNode list = realm.credentials()
                .list(Fields.of(parameter, value).and("max", "100"))
                .expect(200)
                .json();
        int count = realm.credentials()
                .count(Fields.of(parameter, value))
                .expect(200)
                .json()
                .asInt();
        assertThat(list).hasSize(count);
        return list.findValuesAsText("id");
    }

    private ClientCredentials issue(String end) {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1").put("expiresAt", end));
    }

    private Answer update(ClientCredentials credential, Consumer<ObjectNode> change) {
        ObjectNode request = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        change.accept(request);
        return realm.credentials().update(credential.id(), request);
    }
}
