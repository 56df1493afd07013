package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a partial import leaves of a credential that it overwrites: Keycloak deletes the client and creates another. */
@KeycloakTest
final class PartialImportIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    PartialImportIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void anOrdinaryClientDoesNotBecomeACredential() {
        String clientId = "ordinary-" + UUID.randomUUID();
        ObjectNode ordinary = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", clientId)
                .put("secret", "ordinary-secret")
                .put("publicClient", false);
        realm.admin().post("clients", ordinary).expect(201);
        JsonNode before = client(clientId);

        Answer refused = overwrite(client(credential.clientId()).put("clientId", clientId));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("A client does not become an API credential");
        assertThat(client(clientId)).isEqualTo(before);
    }

    @Test
    void tokensAreOfTheSameSubjectBeforeAndAfter() {
        String before = realm.tokenEndpoint().request(credential).accessToken();
        String subject =
                realm.tokenEndpoint().request(credential).claims().path("sub").asText();

        overwrite(client(credential.clientId())).expect(200);
        overwrite(client(credential.clientId()).put("description", "Imported")).expect(200);

        assertThat(realm.tokenEndpoint()
                        .request(credential)
                        .claims()
                        .path("sub")
                        .asText())
                .isEqualTo(subject);
        assertThat(realm.isActive(before)).isTrue();
    }

    /** A file that does not know them. */
    @Test
    void theOwnerAndTheEndStayWhereTheFileLeavesThemOut() {
        ObjectNode file = client(credential.clientId());
        ObjectNode request = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        request.putObject("owner").put("team", "Treasury");
        JsonNode limited = realm.credentials()
                .update(credential.id(), request.put("expiresAt", "2099-01-01T00:00:00Z"))
                .expect(200)
                .json();

        ((ObjectNode) file.path("attributes")).remove("api.credential.updated-at");
        overwrite(file.put("description", "Imported")).expect(200);

        JsonNode imported = realm.credentials()
                .get(client(credential.clientId()).path("id").asText())
                .expect(200)
                .json();
        assertThat(imported.path("description").asText()).isEqualTo("Imported");
        assertThat(imported.path("owner")).isEqualTo(limited.path("owner"));
        assertThat(imported.path("expiresAt")).isEqualTo(limited.path("expiresAt"));
    }

    @Test
    void aServiceAccountInTheFileGetsNeitherRolesNorGroups() {
        ObjectNode group = JsonNodeFactory.instance
                .objectNode()
                .put("name", "imported-group")
                .put("path", "/imported-group");
        ObjectNode account = JsonNodeFactory.instance
                .objectNode()
                .put("username", "service-account-" + credential.clientId())
                .put("enabled", true)
                .put("serviceAccountClientId", credential.clientId());
        account.putArray("realmRoles").add("offline_access");
        account.putObject("clientRoles").putArray("realm-management").add("realm-admin");
        account.putArray("groups").add("/imported-group");
        ObjectNode content = content(client(credential.clientId()));
        content.putArray("groups").add(group);
        content.putArray("users").add(account);

        realm.admin().post("partialImport", content).expect(200);

        String user = realm.admin()
                .get("clients/" + client(credential.clientId()).path("id").asText() + "/service-account-user")
                .expect(200)
                .json()
                .path("id")
                .asText();
        assertThat(realm.admin()
                        .get("users/" + user + "/role-mappings")
                        .expect(200)
                        .json())
                .isEmpty();
        assertThat(realm.admin().get("users/" + user + "/groups").expect(200).json())
                .isEmpty();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    /** A file has the not-before of the time when it was written, or none. */
    @Test
    void whatIsRevokedStaysRevoked() {
        ObjectNode file = client(credential.clientId());
        file.withObject("/attributes").remove("api.credential.updated-at");
        String token = realm.tokenEndpoint().request(credential).accessToken();
        realm.credentials().disableAndRevoke(credential.id()).expect(200);

        overwrite(file).expect(200);

        assertThat(realm.isActive(token)).isFalse();
        assertThat(client(credential.clientId()).path("enabled").asBoolean()).isTrue();
    }

    private Answer overwrite(ObjectNode client) {
        return realm.admin().post("partialImport", content(client));
    }

    private static ObjectNode content(ObjectNode client) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "OVERWRITE");
        content.putArray("clients").add(client);
        return content;
    }

    private ObjectNode client(String clientId) {
        String id = realm.admin().firstId("clients?clientId=" + clientId);
        return (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
    }
}
