package io.apicredentials.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential gets a new secret while its clients go on working with the one that it had. */
@KeycloakTest
final class RotationIT {

    private final TestRealm realm;
    private final Refusals refusals;
    private final ClientCredentials first;

    RotationIT(TestRealm realm) {
        this.realm = realm;
        this.refusals = new Refusals(realm);
        this.first = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void bothSecretsWorkUntilTheOverlapIsOver() {
        Answer rotated = realm.credentials().rotate(first.id(), "P7D").expect(201);
        ClientCredentials second = ClientCredentials.of(rotated);

        assertThat(rotated.header("Cache-Control")).hasValue("no-store");
        assertThat(rotated.header("Location")).isEmpty();
        assertThat(second.clientSecret()).isNotEqualTo(first.clientSecret()).startsWith("kac_");
        realm.tokenEndpoint().request(first).expect(200);
        realm.tokenEndpoint().request(second).expect(200);
    }

    @Test
    void withoutAnOverlapTheFirstSecretEndsAtOnce() {
        ClientCredentials second = ClientCredentials.of(realm.credentials().rotate(first.id(), "PT0S"));

        refusals.check(first, "secret_expired", realm.tokenEndpoint()::request);
        realm.tokenEndpoint().request(second).expect(200);
    }

    /** As with an empty object. */
    @Test
    void withoutABodyTheFirstSecretEndsAtOnceToo() {
        Answer rotated = realm.admin(Person.OWNER)
                .below("api-credentials")
                .send("POST", first.id() + "/secrets", null)
                .expect(201);

        refusals.check(first, "secret_expired", realm.tokenEndpoint()::request);
        realm.tokenEndpoint().request(ClientCredentials.of(rotated)).expect(200);
    }

    @Test
    void eventsSayWhichSecretWasUsed() {
        ClientCredentials second = ClientCredentials.of(realm.credentials().rotate(first.id(), "P7D"));
        List<String> ids = ids();

        realm.tokenEndpoint().request(second).expect(200);
        assertThat(usedSecret()).isEqualTo(ids.get(0));
        realm.tokenEndpoint().request(first).expect(200);
        assertThat(usedSecret()).isEqualTo(ids.get(1));
    }

    @Test
    void aSecretInUseIsNotEndedUnlessByForce() {
        realm.credentials().rotate(first.id(), "P7D").expect(201);
        String replaced = ids().get(1);
        realm.tokenEndpoint().request(first).expect(200);

        Answer refused = realm.credentials().endSecret(first.id(), replaced).expect(409);

        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("secret_in_use");
        assertThat(refused.json().at("/errors/0/params/2").asText()).isEqualTo("127.0.0.1");
        realm.tokenEndpoint().request(first).expect(200);
        realm.credentials().endSecretByForce(first.id(), replaced).expect(204);
        refusals.check(first, "secret_expired", realm.tokenEndpoint()::request);
    }

    @Test
    void aSecretThatNobodyUsesAnyMoreIsEnded() {
        realm.credentials().rotate(first.id(), "P7D").expect(201);

        realm.credentials().endSecret(first.id(), ids().get(1)).expect(204);

        refusals.check(first, "secret_expired", realm.tokenEndpoint()::request);
        assertThat(code(realm.credentials().endSecret(first.id(), ids().get(1)).expect(409)))
                .isEqualTo("secret_ended");
    }

    @Test
    void theOnlySecretIsNeverEnded() {
        String only = ids().get(0);

        assertThat(code(realm.credentials().endSecretByForce(first.id(), only).expect(409)))
                .isEqualTo("secret_last");
        realm.tokenEndpoint().request(first).expect(200);
    }

    @Test
    void thereAreTwoAtMost() {
        realm.credentials().rotate(first.id(), "P7D").expect(201);

        assertThat(code(realm.credentials().rotate(first.id(), "P7D").expect(409)))
                .isEqualTo("secret_limit");
        assertThat(code(realm.credentials().rotate(first.id(), "PT0S").expect(409)))
                .isEqualTo("secret_limit");
        assertThat(ids()).hasSize(2);
    }

    @Test
    void ofAHundredRotationsAtOnceOneIsDone() {
        List<Answer> answers = AtOnce.send(100, () -> realm.credentials().rotate(first.id(), "P7D"));

        List<Answer> done =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(done).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        realm.tokenEndpoint().request(ClientCredentials.of(done.get(0))).expect(200);
        realm.tokenEndpoint().request(first).expect(200);
    }

    @Test
    void theSecretsAreToldWithTheirUsesAndWithoutTheirHashes() {
        realm.credentials().rotate(first.id(), "P7D").expect(201);
        realm.tokenEndpoint().request(first).expect(200);

        Answer answer = realm.credentials(Person.AUDITOR).secrets(first.id()).expect(200);

        JsonNode replaced = answer.json().at("/secrets/1");
        assertThat(answer.json().path("recorded").asBoolean()).isTrue();
        assertThat(replaced.path("inForce").asBoolean()).isTrue();
        assertThat(replaced.path("lastUsedFrom").asText()).isEqualTo("127.0.0.1");
        assertThat(replaced.path("usesInLastDay").asInt()).isEqualTo(1);
        assertThat(replaced.path("usesInLastWeek").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/secrets/0").has("lastUsedAt")).isFalse();
        assertThat(answer.body()).doesNotContain("v1$").doesNotContain("kac_");
    }

    @Test
    void changesAreAdminEventsWithoutTheSecret() {
        Answer rotated = realm.credentials().rotate(first.id(), "P7D").expect(201);
        realm.credentials().endSecret(first.id(), ids().get(1)).expect(204);

        List<JsonNode> events = realm.events().ofCredential(first.id());
        assertThat(events.stream().map(event -> event.at("/details/action").asText()))
                .startsWith("end-secret", "rotate");
        assertThat(events.stream()
                        .map(event -> event.at("/details/api_credential_secret").asText()))
                .startsWith(ids().get(1), ids().get(0));
        assertThat(events.toString())
                .doesNotContain(rotated.json().path("clientSecret").asText());
    }

    @Test
    void anAuditorRotatesNothing() {
        realm.credentials(Person.AUDITOR).rotate(first.id(), "P7D").expect(403);
        realm.credentials(Person.AUDITOR)
                .endSecretByForce(first.id(), ids().get(0))
                .expect(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "-P1D", "P1.5W", "P1W", "P7", "", "604800", "PT1.5H"})
    void refusesAnOverlapThatIsNone(String overlap) {
        Answer refused = realm.credentials().rotate(first.id(), overlap).expect(400);

        assertThat(code(refused)).isEqualTo("not_duration");
        assertThat(ids()).hasSize(1);
    }

    @Test
    void aDisabledCredentialIsRotatedAndStaysDisabled() {
        realm.credentials().disable(first.id()).expect(200);

        ClientCredentials second = ClientCredentials.of(realm.credentials().rotate(first.id(), "PT0S"));

        refusals.check(second, "disabled", realm.tokenEndpoint()::request);
    }

    /** A console tab that was left open writes back every attribute that it read. */
    @Test
    void anOldCopyOfTheClientBringsNoEndedSecretBack() {
        ObjectNode old = client();
        realm.credentials().rotate(first.id(), "PT0S").expect(201);

        realm.admin().put("clients/" + first.id(), old.deepCopy()).expect(400);
        ((ObjectNode) old.path("attributes")).remove("api.credential.updated-at");
        realm.admin().put("clients/" + first.id(), old.deepCopy()).expect(400);
        ObjectNode content = old.objectNode().put("ifResourceExists", "OVERWRITE");
        content.putArray("clients").add(old);
        realm.admin().post("partialImport", content).expect(400);

        refusals.check(first, "secret_expired", realm.tokenEndpoint()::request);
    }

    @Test
    void aClientAloneDoesNotKnowASecretThatItNeverHad() {
        ClientCredentials other = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        realm.credentials().endSecretByForce(first.id(), ids(other.id()).get(0)).expect(404);
    }

    private ObjectNode client() {
        return (ObjectNode)
                realm.admin().get("clients/" + first.id()).expect(200).json();
    }

    private String usedSecret() {
        return realm.events()
                .newestOfClient(first.clientId())
                .at("/details/api_credential_secret")
                .asText();
    }

    private List<String> ids() {
        return ids(first.id());
    }

    private List<String> ids(String credential) {
        JsonNode secrets = realm.credentials().get(credential).json().path("secrets");
        return StreamSupport.stream(secrets.spliterator(), false)
                .map(secret -> secret.path("id").asText())
                .toList();
    }

    private static String code(Answer refused) {
        return refused.json().at("/errors/0/code").asText();
    }
}
