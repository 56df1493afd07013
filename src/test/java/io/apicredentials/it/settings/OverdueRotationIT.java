package io.apicredentials.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A realm demands that secrets are rotated; its file brings one that is old, or whose age nobody knows. */
@KeycloakTest
final class OverdueRotationIT {

    private final KeycloakServer server;

    OverdueRotationIT(KeycloakServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "", "9998-01-01T00:00:00Z"})
    void keepsACredentialFromBeingEnabledUntilItIsRotatedAndNotFromBeingUsed(String createdAt) {
        ClientCredentials old = SampleCredential.WALLETS.credentials();
        try (TestRealm realm = TestRealm.create(server, content -> {
            RealmChange.client(content, old.clientId())
                    .withObject("/attributes")
                    .put("api.credential.created-at", createdAt);
            content.withObject("/attributes").put("api.credential.rotation.every-days", "90");
        })) {
            String id = listed(realm, "search", old.clientId()).path("id").asText();
            realm.tokenEndpoint().request(old).expect(200);
            assertThat(listed(realm, "due", "rotation").path("id").asText()).isEqualTo(id);
            assertThat(read(realm, id).path("violations")).hasToString("[\"rotation_overdue\"]");

            realm.credentials().disable(id).expect(200);
            assertThat(realm.credentials()
                            .enable(id)
                            .expect(400)
                            .json()
                            .at("/errors/0/code")
                            .asText())
                    .isEqualTo("rotation_overdue");
            realm.credentials().rotate(id, "PT0S").expect(201);

            assertThat(realm.credentials().enable(id).expect(200).json().has("violations"))
                    .isFalse();
        }
    }

    private static JsonNode read(TestRealm realm, String id) {
        return realm.credentials().get(id).expect(200).json();
    }

    private static JsonNode listed(TestRealm realm, String parameter, String value) {
        JsonNode list = realm.credentials()
                .list(Fields.of(parameter, value))
                .expect(200)
                .json();
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
