package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A change to what is there already changes nothing, not even the time of the last change. */
@KeycloakTest(realm = RepeatedChangeIT.OneDisabled.class)
final class RepeatedChangeIT {

    /** When the credentials of the demo realm say that they were changed; tests cannot take it for the present. */
    private static final String LAST_CHANGE = "2026-11-24T09:30:00Z";

    private final TestRealm realm;

    RepeatedChangeIT(TestRealm realm) {
        this.realm = realm;
    }

    static final class OneDisabled implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            RealmChange.client(content, "demo-transactions").put("enabled", false);
        }
    }

    @Test
    void disablingAgainChangesNothing() {
        JsonNode disabled = credential("demo-transactions");
        assertThat(disabled.path("enabled").asBoolean()).isFalse();

        JsonNode again = realm.credentials()
                .disable(disabled.path("id").asText())
                .expect(200)
                .json();

        assertThat(again).isEqualTo(disabled);
        assertThat(again.path("updatedAt").asText()).isEqualTo(LAST_CHANGE);
        assertThat(realm.events().ofCredential(again.path("id").asText())).isEmpty();
    }

    @Test
    void enablingAgainChangesNothing() {
        JsonNode enabled = credential("demo-wallets");

        JsonNode again = realm.credentials()
                .enable(enabled.path("id").asText())
                .expect(200)
                .json();

        assertThat(again).isEqualTo(enabled);
        assertThat(again.path("updatedAt").asText()).isEqualTo(LAST_CHANGE);
        assertThat(realm.events().ofCredential(again.path("id").asText())).isEmpty();
    }

    @Test
    void updatingToWhatIsThereChangesNothing() {
        ObjectNode read = (ObjectNode) credential("demo-monitoring");
        ObjectNode update = read.deepCopy().retain("name", "description", "allowedIps", "permissions");
        String id = read.path("id").asText();

        JsonNode again = realm.credentials().update(id, update).expect(200).json();

        assertThat(again).isEqualTo(read);
        assertThat(again.path("updatedAt").asText()).isEqualTo(LAST_CHANGE);
        assertThat(realm.credentials().get(id).expect(200).json()).isEqualTo(read);
        assertThat(realm.events().ofCredential(id)).isEmpty();
    }

    @Test
    void disablingOnceChangesTheTimeOfTheLastChange() {
        String id = credential("demo-controls").path("id").asText();

        JsonNode disabled = realm.credentials().disable(id).expect(200).json();

        assertThat(Instant.parse(disabled.path("updatedAt").asText())).isAfter(Instant.parse(LAST_CHANGE));
    }

    private JsonNode credential(String clientId) {
        return realm.credentials()
                .list(Fields.of("search", clientId))
                .expect(200)
                .json()
                .path(0);
    }
}
