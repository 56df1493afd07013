package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An update replaces what can be edited, as a whole. */
@KeycloakTest
final class UpdateIT {

    private final TestRealm realm;

    UpdateIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void replacesEverythingThatCanBeEdited() {
        String id = create();

        JsonNode updated =
                realm.credentials().update(id, replacement()).expect(200).json();

        assertThat(updated.path("name").asText()).isEqualTo("Another name");
        assertThat(updated.path("description").asText()).isEqualTo("Another text");
        assertThat(updated.path("allowedIps").toString()).isEqualTo("[\"10.0.0.0/8\"]");
        assertThat(updated.path("permissions").toString())
                .isEqualTo("[{\"type\":\"balances\",\"action\":\"read\",\"scope\":\"key\",\"resource\":\"7e0f\"}]");
    }

    @Test
    void leavesTheRestAsItWas() {
        String id = create();
        ObjectNode before = (ObjectNode) realm.credentials().get(id).expect(200).json();

        ObjectNode after = (ObjectNode)
                realm.credentials().update(id, replacement()).expect(200).json();

        for (String field : new String[] {"id", "clientId", "permissionSet", "enabled", "createdBy", "createdAt"}) {
            assertThat(after.get(field)).as(field).isNotNull().isEqualTo(before.get(field));
        }
    }

    @Test
    void theAnswerIsWhatIsStored() {
        String id = create();

        JsonNode updated =
                realm.credentials().update(id, replacement()).expect(200).json();

        assertThat(realm.credentials().get(id).expect(200).json()).isEqualTo(updated);
    }

    @Test
    void aDescriptionLeftOutIsRemoved() {
        String id = create();
        ObjectNode update = replacement();
        update.remove("description");

        JsonNode updated = realm.credentials().update(id, update).expect(200).json();

        assertThat(updated.has("description")).isFalse();
        assertThat(realm.credentials().get(id).expect(200).json().has("description"))
                .isFalse();
    }

    @Test
    void aDisabledCredentialStaysDisabled() {
        String id = create();
        realm.credentials().disable(id).expect(200);

        JsonNode updated =
                realm.credentials().update(id, replacement()).expect(200).json();

        assertThat(updated.path("enabled").asBoolean()).isFalse();
    }

    @Test
    void theSecretGoesOnWorking() {
        var credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        ObjectNode update = replacement();
        update.putArray("allowedIps").add("127.0.0.0/8");

        realm.credentials().update(credential.id(), update).expect(200);

        assertThat(realm.tokenEndpoint().request(credential).status()).isEqualTo(200);
    }

    @Test
    void theTimeOfTheLastChangeFollows() {
        JsonNode sample = realm.credentials()
                .list(Fields.of("search", "demo-wallets"))
                .json()
                .path(0);

        JsonNode updated = realm.credentials()
                .update(sample.path("id").asText(), replacement())
                .expect(200)
                .json();

        assertThat(instant(updated, "createdAt")).isEqualTo(instant(sample, "createdAt"));
        assertThat(instant(updated, "updatedAt")).isAfter(instant(sample, "updatedAt"));
    }

    @Test
    void whatIsNoCredentialIsNotFound() {
        String ordinary = realm.admin().firstId("clients?clientId=api");

        assertThat(realm.credentials().get(ordinary).status()).isEqualTo(404);
        assertThat(realm.credentials().update(ordinary, replacement()).status()).isEqualTo(404);
        assertThat(realm.credentials().disable(ordinary).status()).isEqualTo(404);
        assertThat(realm.credentials().delete(ordinary).status()).isEqualTo(404);
        assertThat(realm.admin()
                        .get("clients/" + ordinary)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aCredentialOfAnotherRealmIsNotFound(KeycloakServer server) {
        try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            String id = other.credentials()
                    .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                    .id();

            assertThat(realm.credentials().get(id).status()).isEqualTo(404);
            assertThat(realm.credentials().delete(id).status()).isEqualTo(404);
            assertThat(other.credentials().get(id).status()).isEqualTo(200);
        }
    }

    private static Instant instant(JsonNode credential, String field) {
        return Instant.parse(credential.path(field).asText());
    }

    private String create() {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
    }

    private static ObjectNode replacement() {
        ObjectNode update = CredentialRequests.of("wallets", "10.0.0.0/8")
                .put("name", "Another name")
                .put("description", "Another text");
        update.remove("permissionSet");
        return CredentialRequests.grant(update, "balances", "read", "key", "7e0f");
    }
}
