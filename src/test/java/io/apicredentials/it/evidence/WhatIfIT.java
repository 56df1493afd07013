package io.apicredentials.it.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Golden;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a change would have done to the uses that are counted. */
@KeycloakTest
final class WhatIfIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    WhatIfIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.0/29"));
        use("127.0.0.2", 200);
        use("127.0.0.3", 200);
        use("127.0.0.3", 200);
        use("127.0.0.9", 401);
    }

    @Test
    void hasTheAgreedFields() {
        JsonNode answer = ofAddresses("127.0.0.2", "127.0.0.8/29");

        Golden.check(
                "what-if.json",
                answer,
                Map.of(
                        answer.at("/period/from").asText(), "<from>",
                        answer.at("/period/to").asText(), "<to>",
                        answer.at("/period/recordedSince").asText(), "<since>",
                        answer.path("lastUsedAt").asText(), "<last>",
                        answer.path("tokensEndAt").asText(), "<end>",
                        answer.at("/newlyAdmitted/lastAt").asText(), "<refused>"));
    }

    @Test
    void changesNothing() {
        String before = realm.credentials().get(credential.id()).expect(200).body();
        int events = realm.events().ofCredential(credential.id()).size();

        ofAddresses("127.0.0.2");
        of("disable");
        of("delete");

        assertThat(realm.credentials().get(credential.id()).expect(200).body()).isEqualTo(before);
        assertThat(realm.events().ofCredential(credential.id())).hasSize(events);
    }

    /** The update is refused to exactly those of whom it is told before. */
    @Test
    void tellsWhoWillBeRefused() {
        JsonNode told = ofAddresses("127.0.0.2").at("/wouldRefuse/byAddress");
        realm.credentials().update(credential.id(), update("127.0.0.2")).expect(200);

        assertThat(told).extracting(one -> one.path("address").asText()).containsExactly("127.0.0.3");
        use("127.0.0.2", 200);
        use("127.0.0.3", 401);
        JsonNode afterwards = ofAddresses("127.0.0.2");
        assertThat(afterwards.at("/wouldRefuse/uses").asInt()).isZero();
        assertThat(afterwards.at("/alreadyRefused/uses").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "delete"})
    void tellsWhatWouldStop(String change) {
        JsonNode answer = of(change);

        assertThat(answer.path("change").asText()).isEqualTo(change);
        assertThat(answer.path("acceptedInLastDay").asInt()).isEqualTo(3);
        assertThat(answer.path("addressesInLastDay").asInt()).isEqualTo(2);
        assertThat(answer.at("/wouldRefuse/uses").asInt()).isEqualTo(3);
        assertThat(answer.at("/wouldRefuse/byAddress"))
                .extracting(one -> one.path("address").asText())
                .containsExactly("127.0.0.3", "127.0.0.2");
        assertThat(Duration.between(
                        Instant.parse(answer.path("lastUsedAt").asText()),
                        Instant.parse(answer.path("tokensEndAt").asText())))
                .isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"change\":\"enable\"} | change not_one_of",
                "{\"change\":1} | change not_text",
                "{\"change\":\"disable\",\"name\":\"Other\"} | name unknown_field",
                "{} | permissions permissions_missing",
                "{\"change\":\"update\",\"allowedIps\":[]} | allowedIps addresses_empty",
                "[] | body_not_object"
            })
    void saysWhatIsWrongWithAQuestion(String body, String problem) {
        JsonNode errors = realm.admin()
                .post("api-credentials/" + credential.id() + "/what-if", body)
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(error ->
                        (error.path("field").asText() + " " + error.path("code").asText()).strip())
                .contains(problem);
    }

    private void use(String address, int status) {
        realm.tokenEndpoint().from(address).request(credential).expect(status);
    }

    private JsonNode of(String change) {
        return ask(JsonNodeFactory.instance.objectNode().put("change", change));
    }

    private JsonNode ofAddresses(String... allowedIps) {
        return ask(update(allowedIps));
    }

    private ObjectNode update(String... allowedIps) {
        ObjectNode update = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        update.putArray("allowedIps");
        List.of(allowedIps).forEach(update.withArray("allowedIps")::add);
        return update;
    }

    private JsonNode ask(ObjectNode question) {
        return realm.credentials(Person.ADMINISTRATOR)
                .whatIf(credential.id(), question)
                .expect(200)
                .json();
    }
}
