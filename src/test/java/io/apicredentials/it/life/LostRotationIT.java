package io.apicredentials.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** The answer of a rotation was lost: nobody has the new secret, and it is ended so that another one can be made. */
@KeycloakTest
final class LostRotationIT {

    private final TestRealm realm;
    private final Refusals refusals;
    private final ClientCredentials first;
    private final ClientCredentials lost;

    LostRotationIT(TestRealm realm) {
        this.realm = realm;
        this.refusals = new Refusals(realm);
        this.first = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.lost = ClientCredentials.of(
                realm.credentials().rotate(first.id(), "P7D").expect(201));
    }

    @Test
    void theNewSecretIsEndedAndTheOneBeforeGoesOn() {
        String before = secret(1);

        realm.credentials().endSecretByForce(first.id(), secret(0)).expect(204);

        refusals.check(lost, "secret_expired", realm.tokenEndpoint()::request);
        realm.tokenEndpoint().request(first).expect(200);
        JsonNode left = secrets();
        assertThat(left.at("/0/id").asText()).isEqualTo(before);
        assertThat(left.at("/0").has("expiresAt")).isFalse();
        assertThat(left.at("/1/inForce").asBoolean()).isFalse();
    }

    @Test
    void anotherRotationFollows() {
        realm.credentials().rotate(first.id(), "P7D").expect(409);

        realm.credentials().endSecretByForce(first.id(), secret(0)).expect(204);

        ClientCredentials next = ClientCredentials.of(
                realm.credentials().rotate(first.id(), "P7D").expect(201));
        realm.tokenEndpoint().request(next).expect(200);
        realm.tokenEndpoint().request(first).expect(200);
    }

    @Test
    void theNewSecretIsNotEndedByMistake() {
        JsonNode refused =
                realm.credentials().endSecret(first.id(), secret(0)).expect(409).json();

        assertThat(refused.at("/errors/0/code").asText()).isEqualTo("secret_current");
        realm.tokenEndpoint().request(lost).expect(200);
    }

    @Test
    void theNewSecretIsNamedAsTheCurrentOneWhenItIsInUseToo() {
        realm.tokenEndpoint().request(lost).expect(200);

        JsonNode refused =
                realm.credentials().endSecret(first.id(), secret(0)).expect(409).json();

        assertThat(refused.at("/errors/0/code").asText()).isEqualTo("secret_current");
        assertThat(refused.path("errorMessage").asText()).contains("its clients are refused");
    }

    /** It replaces a secret that is the current one again. */
    @Test
    void aLinkThatWasTakenBackByARotationStaysSo() {
        realm.credentials().endSecretByForce(first.id(), secret(0)).expect(204);
        SecretLink link = SecretLink.rotate(realm, first.id(), request -> request.put("overlap", "P7D"));
        realm.credentials().rotate(first.id(), "P7D").expect(201);

        realm.credentials().endSecretByForce(first.id(), secret(0)).expect(204);

        assertThat(SecretLink.secret(link.confirm())).isEmpty();
        assertThat(link.read(realm).has("delivery")).isFalse();
    }

    private String secret(int index) {
        return secrets().at("/" + index + "/id").asText();
    }

    private JsonNode secrets() {
        return realm.credentials().secrets(first.id()).expect(200).json().path("secrets");
    }
}
