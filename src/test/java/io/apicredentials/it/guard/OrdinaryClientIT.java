package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that are no credentials are edited as ever. */
@KeycloakTest
final class OrdinaryClientIT {

    private final TestRealm realm;

    OrdinaryClientIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @EnumSource
    void everyWayIsOpenForOrdinaryClients(EditingWay way) {
        ObjectNode ordinary = ordinary();
        if (!way.bringsNew()) {
            realm.admin().post("clients", ordinary).expect(201);
            ordinary = find(ordinary.path("clientId").asText());
        }

        Answer answer = way.send(
                realm,
                ordinary,
                client -> client.put("name", "Four")
                        .put("directAccessGrantsEnabled", true)
                        .put("fullScopeAllowed", true)
                        .putArray("redirectUris")
                        .add("https://example.org/*"));

        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        ObjectNode after = find(ordinary.path("clientId").asText());
        assertThat(after.path("name").asText()).isEqualTo("Four");
        assertThat(after.path("directAccessGrantsEnabled").asBoolean()).isTrue();
        assertThat(after.path("secret").asText()).isEqualTo("ordinary-secret");
    }

    private static ObjectNode ordinary() {
        return EditingWay.unknown(JsonNodeFactory.instance
                .objectNode()
                .put("secret", "ordinary-secret")
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true));
    }

    private ObjectNode find(String clientId) {
        return (ObjectNode) realm.admin()
                .get("clients?clientId=" + clientId)
                .expect(200)
                .json()
                .path(0);
    }
}
