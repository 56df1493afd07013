package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** The admin API v2 in a realm where everything waits for approval. */
@KeycloakTest(server = AdminApiV2Server.class)
final class AdminApiV2ApprovalIT {

    private static final String WAITS = "wait for approval";

    private final TestRealm realm;
    private final AdminClient clients;
    private final ClientCredentials credential;

    AdminApiV2ApprovalIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.clients = server.admin().below("api/" + realm.name() + "/clients/v2");
        realm.requireApproval();
        this.credential = AwaitedCredential.inForce(realm);
    }

    @Test
    void refusesAnEdit() {
        JsonNode before = read();

        Answer refused = clients.put(credential.clientId(), client().put("description", "Edited by v2"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(WAITS);
        assertThat(read()).isEqualTo(before);
    }

    @Test
    void refusesADeletion() {
        Answer refused = clients.delete(credential.clientId());

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("the deletion of API credentials waits for approval");
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void createsNone() {
        Answer refused = clients.post("", client().put("clientId", "apicred-by-v2"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(realm.admin()
                        .get("clients?clientId=apicred-by-v2")
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void enablesNone() {
        ObjectNode enabled = client();
        realm.credentials().disable(credential.id()).expect(200);

        clients.put(credential.clientId(), enabled);

        assertThat(read().path("enabled").asBoolean()).isFalse();
        realm.tokenEndpoint().request(credential).expect(401);
    }

    @Test
    void disables() {
        clients.put(credential.clientId(), client().put("enabled", false)).expect(200);

        realm.tokenEndpoint().request(credential).expect(401);
    }

    private ObjectNode client() {
        return (ObjectNode) clients.get(credential.clientId()).expect(200).json();
    }

    private JsonNode read() {
        return realm.admin().get("clients/" + credential.id()).expect(200).json();
    }
}
