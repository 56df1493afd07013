package io.apicredentials.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** Secrets of a sandbox and of production can be told apart, and none is good in the other. */
@KeycloakTest
final class EnvironmentIT {

    private final KeycloakServer server;

    EnvironmentIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void aSecretOfAnotherEnvironmentIsRefusedUntilItIsRotated() {
        try (TestRealm realm = TestRealm.create(server, "environment")) {
            ClientCredentials before = issue(realm);
            set(realm, "sandbox");
            ClientCredentials ofSandbox = issue(realm);
            assertThat(ofSandbox.clientSecret()).matches("kac_sbx_[0-9A-Za-z]{49}");
            realm.tokenEndpoint().request(ofSandbox).expect(200);

            set(realm, "production");

            new Refusals(realm).check(ofSandbox, "wrong_environment", realm.tokenEndpoint()::request);
            assertThat(realm.credentials()
                            .get(ofSandbox.id())
                            .json()
                            .path("violations")
                            .toString())
                    .isEqualTo("[\"environment_differs\"]");
            assertThat(realm.credentials()
                            .get(ofSandbox.id())
                            .json()
                            .path("refusal")
                            .asText())
                    .isEqualTo("wrong_environment");
            realm.tokenEndpoint().request(before).expect(200);
            ClientCredentials rotated = ClientCredentials.of(realm.credentials().rotate(ofSandbox.id(), "PT0S"));
            assertThat(rotated.clientSecret()).startsWith("kac_prd_");
            realm.tokenEndpoint().request(rotated).expect(200);
            assertThat(realm.credentials().get(ofSandbox.id()).json().has("violations"))
                    .isFalse();
        }
    }

    @Test
    void theOnlySecretOfTheEnvironmentIsNotEnded() {
        try (TestRealm realm = TestRealm.create(server, "environment")) {
            set(realm, "sandbox");
            ClientCredentials ofSandbox = issue(realm);
            set(realm, "production");
            ClientCredentials current = ClientCredentials.of(realm.credentials().rotate(ofSandbox.id(), "P1D"));
            String id = realm.credentials()
                    .get(current.id())
                    .json()
                    .at("/secrets/0/id")
                    .asText();

            Answer refused =
                    realm.credentials().endSecretByForce(current.id(), id).expect(409);

            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("secret_last");
            realm.tokenEndpoint().request(current).expect(200);
        }
    }

    @Test
    void theDryRunNamesThoseWhoseSecretsWouldStopWorking() {
        try (TestRealm realm = TestRealm.create(server, "environment")) {
            set(realm, "sandbox");
            ClientCredentials ofSandbox = issue(realm);

            assertThat(realm.credentials()
                            .trySettings("{\"environment\":\"production\"}")
                            .expect(200)
                            .json()
                            .path("violating")
                            .findValuesAsText("id"))
                    .containsExactly(ofSandbox.id());
        }
    }

    @Test
    void withoutAnEnvironmentSecretsAreAsTheyWere() {
        try (TestRealm realm = TestRealm.create(server, "environment")) {
            assertThat(issue(realm).clientSecret()).matches("kac_[0-9A-Za-z]{49}");
            set(realm, "production");
            ClientCredentials marked = issue(realm);
            realm.credentials().changeSettings("{}").expect(200);

            realm.tokenEndpoint().request(marked).expect(200);
        }
    }

    private static ClientCredentials issue(TestRealm realm) {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private static void set(TestRealm realm, String environment) {
        realm.credentials()
                .changeSettings("{\"environment\":\"" + environment + "\"}")
                .expect(200);
    }
}
