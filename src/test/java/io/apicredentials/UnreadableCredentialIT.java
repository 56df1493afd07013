package io.apicredentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** A realm file can bring a credential that nobody can read. It is closed, not open, and can be found and removed. */
@KeycloakTest(realm = UnreadableCredentialIT.Broken.class)
final class UnreadableCredentialIT {

    private final TestRealm realm;
    private final Refusals refusals;

    UnreadableCredentialIT(TestRealm realm) {
        this.realm = realm;
        this.refusals = new Refusals(realm);
    }

    static final class Broken implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            set(content, SampleCredential.WALLETS, "api.credential.allowed-ips", "010.0.0.1");
            set(content, SampleCredential.CONTROLS, "api.credential.secret-hash", "v0$nonsense");
            set(content, SampleCredential.MONITORING, "api.credential.permissions", "balances:read");
            set(content, SampleCredential.TRANSACTIONS, "api.credential.allowed-ips", "");
        }

        private static void set(ObjectNode content, SampleCredential sample, String attribute, String value) {
            RealmChange.client(content, sample.credentials().clientId())
                    .withObject("/attributes")
                    .put(attribute, value);
        }
    }

    @Test
    void refusesACredentialWhoseAddressesCannotBeRead() {
        refusals.check(SampleCredential.WALLETS.credentials(), "unreadable_credential", realm.tokenEndpoint()::request);
    }

    @Test
    void refusesACredentialWhoseSecretHashCannotBeRead() {
        refusals.check(
                SampleCredential.CONTROLS.credentials(), "unreadable_credential", realm.tokenEndpoint()::request);
    }

    @Test
    void signsNothingForACredentialWhosePermissionsCannotBeRead() {
        ClientCredentials credential = SampleCredential.MONITORING.credentials();

        Answer refused = realm.tokenEndpoint().request(credential);

        assertThat(refused.status()).isBetween(400, 401);
        assertThat(refused.json().has("access_token")).isFalse();
        assertThat(realm.events().refusalOf(credential.clientId())).isEqualTo("unreadable_credential");
    }

    @Test
    void tellsAdministratorsOfIt() {
        JsonNode listed = listed("demo-wallets");

        assertThat(listed.path("clientId").asText()).isEqualTo("demo-wallets");
        assertThat(listed.at("/warnings/0").asText()).contains("not valid");
        assertThat(listed.has("allowedIps")).isFalse();
        assertThat(realm.credentials()
                        .get(listed.path("id").asText())
                        .expect(200)
                        .json())
                .isEqualTo(listed);
    }

    @Test
    void letsAdministratorsRemoveIt() {
        String id = listed("demo-transactions").path("id").asText();

        realm.credentials().delete(id).expect(204);

        assertThat(realm.credentials().get(id).status()).isEqualTo(404);
    }

    private JsonNode listed(String clientId) {
        return realm.credentials()
                .list(Fields.of("search", clientId))
                .expect(200)
                .json()
                .path(0);
    }
}
