package io.apicredentials.it.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may ask whether a use would be admitted, and what. */
@KeycloakTest
final class ExplainRequestIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    ExplainRequestIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "APPROVER"})
    void whoMayOnlyLookAsksAboutNoSecret(Person who) {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("address", "127.0.0.1");

        ClientCredentials other = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.credentials(who).explain(credential.id(), question).expect(200);
        Answer refused =
                realm.credentials(who).explain(credential.id(), question.put("secret", credential.clientSecret()));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(realm.credentials(who)
                        .explain(credential.id(), question.put("secret", other.clientSecret()))
                        .body())
                .isEqualTo(refused.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | address not_an_address",
                "{\"address\":\"203.0.113.0/24\"} | address not_an_address",
                "{\"address\":\"localhost\"} | address not_an_address",
                "{\"address\":7} | address not_text",
                "{\"address\":\"203.0.113.7\",\"at\":\"tomorrow\"} | at not_an_instant",
                "{\"address\":\"203.0.113.7\",\"at\":\"+10000-01-01T00:00:00Z\"} | at not_an_instant",
                "{\"address\":\"203.0.113.7\",\"secret\":[]} | secret not_text",
                "{\"address\":\"203.0.113.7\",\"adress\":\"203.0.113.7\"} | adress unknown_field",
                "{\"address\":\"203.0.113.7\",\"address\":\"203.0.113.8\"} | address duplicate_field",
                "[] |  body_not_object",
                "'' |  body_missing"
            })
    void saysWhatIsWrongWithAQuestion(String body, String problem) {
        JsonNode errors = realm.admin()
                .post("api-credentials/" + credential.id() + "/explain", body)
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors)
                .extracting(error ->
                        (error.path("field").asText() + " " + error.path("code").asText()).strip())
                .contains(problem);
    }
}
