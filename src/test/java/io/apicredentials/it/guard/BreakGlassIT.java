package io.apicredentials.it.guard;

import static io.apicredentials.testing.ServerChange.None.WITHOUT_APPROVAL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** Approval where nobody is left who could approve. */
@KeycloakTest
final class BreakGlassIT {

    private static final String OPERATIONS = "api.credential.approval.operations";

    private final KeycloakServer server;

    BreakGlassIT(KeycloakServer server) {
        this.server = server;
    }

    @Test
    void anOperatorCanLetItBeChangedInOneRealmAndEachChangeIsAWarning() {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("realm", WITHOUT_APPROVAL)
                .put("enabled", true);
        content.withObject("/attributes").put(OPERATIONS, "update");
        server.admin().post("realms", content).expect(201);
        try (TestRealm realm = new TestRealm(server, WITHOUT_APPROVAL)) {
            LogMark log = server.markLog();

            RealmEditingWay.ADMIN_API
                    .send(realm, attributes -> attributes.remove(OPERATIONS))
                    .expect(204);

            assertThat(RealmEditingWay.present(realm).path("attributes").has(OPERATIONS))
                    .isFalse();
            assertThat(log.lines())
                    .anyMatch(line -> line.contains(" WARN ")
                            && line.contains("--spi-api-credentials--server--approval-break-glass")
                            && line.contains(WITHOUT_APPROVAL));
        }
    }

    @Test
    void theEventSaysSoWhereTheSettingsAreReplaced() {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("realm", WITHOUT_APPROVAL)
                .put("enabled", true)
                .put("adminEventsEnabled", true)
                .put("adminEventsDetailsEnabled", true);
        content.withObject("/attributes").put(OPERATIONS, "update");
        server.admin().post("realms", content).expect(201);
        try (TestRealm realm = new TestRealm(server, WITHOUT_APPROVAL)) {
            realm.admin().put("api-credentials/settings", "{}").expect(200);

            assertThat(realm.events().ofAdmins("API_CREDENTIAL_SETTINGS"))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.at("/details/approval").asText()).isEqualTo("break-glass"));
        }
    }

    @Test
    void noOtherRealmTakesTheNameForThat() {
        try (TestRealm realm = TestRealm.create(server, new RealmGuardIT.WithApproval())) {
            ObjectNode edit = RealmEditingWay.present(realm).put("realm", WITHOUT_APPROVAL);
            edit.withObject("/attributes").remove(OPERATIONS);

            Answer refused = realm.admin().put("", edit);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(RealmEditingWay.present(realm).path("attributes").has(OPERATIONS))
                    .isTrue();
        }
    }
}
