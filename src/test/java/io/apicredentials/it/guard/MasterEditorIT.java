package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A user of the master realm edits a credential as a client. The token names its user, as those of most clients do and those
 * of Keycloak's own console do not.
 */
@KeycloakTest
final class MasterEditorIT {

    private static final String ALLOWED_IPS = "api.credential.allowed-ips";

    private final KeycloakServer server;
    private final AdminClient master;
    private final TestRealm realm;
    private final ClientCredentials credential;
    private final String login = "login-" + UUID.randomUUID();

    @AutoClose
    private final NewUser operator;

    MasterEditorIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.master = server.admin().below("realms/master");
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.operator = NewUser.in(master, "editor-" + UUID.randomUUID());
    }

    @BeforeEach
    void addTheClientByWhichTheUserLogsIn() {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", login)
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true);
        master.post("clients", client).expect(201);
    }

    @AfterEach
    void removeIt() {
        master.delete("clients/" + master.firstId("clients?clientId=" + login)).expect(204);
    }

    @Test
    void withTheRoleToManageCredentialsItIsDone() {
        give("manage-realm");
        give("manage-api-credentials");

        overwrite("127.0.0.2").expect(200);

        assertThat(allowedIps()).isEqualTo("127.0.0.2");
    }

    @Test
    void withoutTheRoleItIsRefused() {
        give("manage-realm");

        Answer refused = overwrite("127.0.0.2");

        assertThat(refused.status()).isBetween(400, 499);
        assertThat(refused.body()).contains("Only users who may manage API credentials");
        assertThat(allowedIps()).isEqualTo("127.0.0.1");
    }

    private void give(String role) {
        operator.give(realm.name() + "-realm", role);
    }

    /** Keycloak's partial import asks for the right to manage the realm and for nothing else. */
    private Answer overwrite(String allowedIps) {
        ObjectNode edited = (ObjectNode) client();
        edited.withObject("/attributes").put(ALLOWED_IPS, allowedIps);
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "OVERWRITE");
        content.putArray("clients").add(edited);
        return realm.admin()
                .as(operator.login(server.url() + "/realms/master", login))
                .post("partialImport", content);
    }

    private String allowedIps() {
        return client().path("attributes").path(ALLOWED_IPS).asText();
    }

    private JsonNode client() {
        return realm.admin()
                .get("clients?clientId=" + credential.clientId())
                .expect(200)
                .json()
                .get(0);
    }
}
