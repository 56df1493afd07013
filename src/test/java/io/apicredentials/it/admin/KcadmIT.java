package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Kcadm;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The commands that the README shows: administrators use Keycloak's own command line for everything. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KcadmIT {

    private final TestRealm realm;
    private final Kcadm kcadm;

    /** Once for the class, since every command takes seconds. */
    KcadmIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.kcadm = Kcadm.login(server, realm, Person.OWNER);
    }

    @Test
    void createShowsTheSecretAndItWorks() {
        String request = """
                {
                  "permissionSet": "monitoring",
                  "name": "Audit collector",
                  "allowedIps": ["127.0.0.0/8"]
                }
                """;

        JsonNode created =
                Answer.parse(kcadm.runWith(request, "create", "api-credentials", "-r", realm.name(), "-o", "-f", "-"));

        ClientCredentials credential = new ClientCredentials(
                created.path("id").asText(),
                created.path("clientId").asText(),
                created.path("clientSecret").asText());
        assertThat(realm.tokenEndpoint()
                        .request(credential)
                        .claims()
                        .path("permission_set")
                        .asText())
                .isEqualTo("monitoring");
    }

    @Test
    void getSearchesTheList() {
        ClientCredentials found = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1").put("name", "Ledger reader"));

        String list = kcadm.run(
                "get", "api-credentials", "-r", realm.name(), "-q", "search=ledger", "--fields", "id,name,enabled");

        assertThat(Answer.parse(list))
                .hasToString("[{\"id\":\"" + found.id() + "\",\"name\":\"Ledger reader\",\"enabled\":true}]");
    }

    @Test
    void getShowsOne() {
        String id = issue().id();

        JsonNode shown = Answer.parse(kcadm.run("get", "api-credentials/" + id, "-r", realm.name()));

        assertThat(shown).isEqualTo(read(id));
    }

    @Test
    void updateReplacesWhatCanBeEdited() {
        String id = issue().id();
        String request = """
                {
                  "name": "Audit collector",
                  "allowedIps": ["127.0.0.2"],
                  "permissions": [ { "type": "balances", "action": "read", "scope": "org" } ]
                }
                """;

        kcadm.runWith(request, "update", "api-credentials/" + id, "-r", realm.name(), "-f", "-");

        JsonNode updated = read(id);
        assertThat(updated.path("name").asText()).isEqualTo("Audit collector");
        assertThat(updated.has("description")).isFalse();
        assertThat(updated.path("allowedIps")).hasToString("[\"127.0.0.2\"]");
        assertThat(updated.path("permissions"))
                .hasToString("[{\"type\":\"balances\",\"action\":\"read\",\"scope\":\"org\"}]");
    }

    @Test
    void updateChangesASingleField() {
        String id = issue().id();
        ObjectNode before = read(id);

        kcadm.run("update", "api-credentials/" + id, "-r", realm.name(), "-s", "name=Renamed by kcadm");

        ObjectNode after = read(id);
        assertThat(after.path("updatedAt")).isNotEqualTo(before.path("updatedAt"));
        assertThat(after).isEqualTo(before.put("name", "Renamed by kcadm").set("updatedAt", after.get("updatedAt")));
    }

    @Test
    void createDisables() {
        ClientCredentials credential = issue();

        kcadm.run("create", "api-credentials/" + credential.id() + "/disable", "-r", realm.name());

        assertThat(read(credential.id()).path("enabled").asBoolean()).isFalse();
        realm.tokenEndpoint().request(credential).expect(401);
    }

    @Test
    void createEnables() {
        ClientCredentials credential = issue();
        realm.credentials().disable(credential.id()).expect(200);

        kcadm.run("create", "api-credentials/" + credential.id() + "/enable", "-r", realm.name());

        assertThat(read(credential.id()).path("enabled").asBoolean()).isTrue();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void deleteEndsTheTokensToo() {
        ClientCredentials credential = issue();
        String token = realm.tokenEndpoint().request(credential).accessToken();
        assertThat(realm.isActive(token)).isTrue();

        kcadm.run("delete", "api-credentials/" + credential.id(), "-r", realm.name(), "-q", "revokeTokens=true");

        realm.credentials().get(credential.id()).expect(404);
        assertThat(realm.isActive(token)).isFalse();
    }

    private ClientCredentials issue() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private ObjectNode read(String id) {
        return (ObjectNode) realm.credentials().get(id).expect(200).json();
    }
}
