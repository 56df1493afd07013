package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.ServerChange;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** A server that keeps no events, whatever its realms want saved. */
@KeycloakTest(server = WithoutEventStoreIT.NoEventStore.class)
final class WithoutEventStoreIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    WithoutEventStoreIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.tokenEndpoint().request(credential).expect(200);
    }

    static final class NoEventStore implements ServerChange {

        @Override
        public String name() {
            return "no-event-store";
        }

        @Override
        public void apply(KeycloakServerBuilder server) {
            server.buildOption("--spi-events-store--jpa--enabled=false");
        }
    }

    @Test
    void knowsNoUses() {
        assertThat(realm.credentials()
                        .usage(credential.id(), Fields.none())
                        .expect(200)
                        .body())
                .isEqualTo("{\"recorded\":false,\"uses\":[]}");
    }

    @Test
    void knowsNoChanges() {
        assertThat(realm.credentials()
                        .changes(credential.id(), Fields.none())
                        .expect(200)
                        .body())
                .isEqualTo("{\"recorded\":false,\"changes\":[]}");
    }

    @Test
    void knowsTheLastUse() {
        JsonNode answer = realm.credentials()
                .lastUsed(Fields.of("id", credential.id()))
                .expect(200)
                .json();

        assertThat(answer.path("recorded").asBoolean()).isTrue();
        assertThat(answer.path("lastUsed").has(credential.id())).isTrue();
    }

    @Test
    void aSecretInUseIsEndedByForceOnly() {
        realm.credentials().rotate(credential.id(), "P7D").expect(201);
        String replaced = realm.credentials()
                .get(credential.id())
                .expect(200)
                .json()
                .at("/secrets/1/id")
                .asText();

        Answer refused = realm.credentials().endSecret(credential.id(), replaced);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("secret_in_use");
        realm.tokenEndpoint().request(credential).expect(200);
        realm.credentials().endSecretByForce(credential.id(), replaced).expect(204);
        realm.tokenEndpoint().request(credential).expect(401);
    }
}
