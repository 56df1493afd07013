package io.apicredentials.it.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Golden;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a use would be admitted, check by check, and never otherwise than a real one is. */
@KeycloakTest
final class ExplainIT {

    private static final String MALFORMED = "kac_003aUlTJC7tjlCTQj2uNU3MFagCXG9LRKRcwGkBIDlf3tUjl5";

    private final TestRealm realm;
    private final ClientCredentials credential;

    ExplainIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void hasTheAgreedFields() {
        realm.credentials().disable(credential.id()).expect(200);

        JsonNode explained =
                explain(question("127.0.0.2").put("secret", credential.clientSecret()), Person.ADMINISTRATOR);

        Golden.check(
                "explanation.json",
                explained,
                Map.of(
                        explained.path("at").asText(), "<now>",
                        explained.at("/secret/id").asText(), "<secret>"));
    }

    /** Each is done to a credential and looked at by a question and by a real use. */
    private enum Fault {
        NONE,
        ADDRESS,
        STATE,
        SECRET,
        SERVICE_ACCOUNT,
        ADDRESS_AND_SECRET,
        STATE_AND_SERVICE_ACCOUNT
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatARealUseMeets(Fault fault) {
        String address = fault.name().startsWith("ADDRESS") ? "127.0.0.2" : "127.0.0.1";
        String secret = fault.name().endsWith("SECRET") ? otherSecret() : credential.clientSecret();
        if (fault.name().startsWith("STATE")) {
            realm.credentials().disable(credential.id()).expect(200);
        }
        if (fault.name().endsWith("SERVICE_ACCOUNT")) {
            JsonNode user = realm.admin()
                    .get("clients/" + credential.id() + "/service-account-user")
                    .expect(200)
                    .json();
            realm.admin().delete("users/" + user.path("id").asText()).expect(204);
        }

        JsonNode explained = explain(question(address).put("secret", secret), Person.OWNER);
        Answer used = realm.tokenEndpoint()
                .from(address)
                .request(new ClientCredentials(credential.id(), credential.clientId(), secret));

        assertThat(explained.path("admitted").asBoolean())
                .isEqualTo(used.status() == 200)
                .isEqualTo(fault == Fault.NONE);
        assertThat(explained.path("reason").asText()).isEqualTo(realm.events().refusalOf(credential.clientId()));
    }

    @Test
    void goesOnBehindTheFirstCheckThatRefuses() {
        realm.credentials().disable(credential.id()).expect(200);

        JsonNode checks = explain(question("127.0.0.2"), Person.AUDITOR).path("checks");

        assertThat(checks)
                .extracting(check -> check.path("check").asText() + " "
                        + check.path("reason").asText("-") + " "
                        + check.path("reached").asBoolean())
                .containsExactly(
                        "realm - true",
                        "flow - true",
                        "purpose - true",
                        "state disabled true",
                        "expiry - false",
                        "content - false",
                        "address address_not_allowed false",
                        "environment - false",
                        "service_account - false",
                        "claims - false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "::ffff:127.0.0.2"})
    void anAddressIsReadAsThatOfARealUse(String address) {
        assertThat(explain(question(address), Person.AUDITOR).path("reason").asText())
                .isEqualTo("address_not_allowed");
        assertThat(explain(question("::ffff:127.0.0.1"), Person.AUDITOR)
                        .path("address")
                        .asText())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void judgesTheEndsOfThatInstant() {
        Instant end = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);
        ClientCredentials ending = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1").put("expiresAt", end.toString()));
        realm.credentials().rotate(ending.id(), "P7D").expect(201);
        ObjectNode old = question("127.0.0.1").put("secret", ending.clientSecret());

        assertThat(reason(ending, old)).isEmpty();
        assertThat(reason(ending, old.put("at", at(Duration.ofDays(8))))).isEqualTo("secret_expired");
        assertThat(reason(ending, old.put("at", at(Duration.ofDays(11))))).isEqualTo("expired");
        JsonNode last = realm.credentials(Person.AUDITOR)
                .explain(ending.id(), question("127.0.0.1").put("at", end.toString()))
                .expect(200)
                .json();
        assertThat(last.path("reason").asText()).isEqualTo("expired");
        assertThat(last.path("at").asText()).isEqualTo(end.toString());
        assertThat(Instant.parse(last.path("asOf").asText())).isBefore(end);
    }

    @Test
    void tellsWhichSecretItIsOrWhyItIsNone() {
        ObjectNode question = question("127.0.0.1");
        String id = realm.credentials()
                .get(credential.id())
                .json()
                .at("/secrets/0/id")
                .asText();

        assertThat(explain(question.put("secret", credential.clientSecret()), Person.OWNER)
                        .path("secret"))
                .hasToString("{\"wellFormed\":true,\"id\":\"" + id + "\"}");
        assertThat(explain(question.put("secret", otherSecret()), Person.OWNER).path("secret"))
                .hasToString("{\"wellFormed\":true}");
        assertThat(explain(question.put("secret", MALFORMED), Person.OWNER).path("secret"))
                .hasToString("{\"wellFormed\":false}");
        assertThat(explain(question.put("secret", MALFORMED), Person.OWNER)
                        .path("reason")
                        .asText())
                .isEqualTo("unknown_secret");
    }

    @Test
    void isNoUseAndLeavesNoTrace(KeycloakServer server) {
        int adminEvents = realm.events().ofCredential(credential.id()).size();
        LogMark log = server.markLog();
        String before = realm.credentials().get(credential.id()).expect(200).body();

        explain(question("127.0.0.1").put("secret", credential.clientSecret()), Person.OWNER);
        explain(question("127.0.0.2").put("secret", otherSecret()), Person.OWNER);
        realm.credentials()
                .explain(credential.id(), question("no address").put("secret", credential.clientSecret()))
                .expect(400);

        assertThat(realm.events().ofClient(credential.clientId())).isEmpty();
        assertThat(realm.events().ofCredential(credential.id())).hasSize(adminEvents);
        JsonNode activity = realm.credentials()
                .activity(credential.id(), Fields.none())
                .expect(200)
                .json();
        assertThat(activity.path("accepted").asInt() + activity.path("refused").asInt())
                .isZero();
        assertThat(realm.credentials().get(credential.id()).expect(200).body()).isEqualTo(before);
        assertThat(log.lines()).noneMatch(line -> line.contains(credential.clientSecret()));
    }

    private String otherSecret() {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .clientSecret();
    }

    private static ObjectNode question(String address) {
        return JsonNodeFactory.instance.objectNode().put("address", address);
    }

    private static String at(Duration ahead) {
        return Instant.now().plus(ahead).toString();
    }

    private JsonNode explain(ObjectNode question, Person who) {
        return realm.credentials(who)
                .explain(credential.id(), question)
                .expect(200)
                .json();
    }

    private String reason(ClientCredentials of, ObjectNode question) {
        return realm.credentials()
                .explain(of.id(), question)
                .expect(200)
                .json()
                .path("reason")
                .asText();
    }
}
