package io.apicredentials.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A user who has Keycloak's fine-grained permission to manage one client, and no role. */
@KeycloakTest(realm = ClientPermissionIT.WithPermissions.class)
final class ClientPermissionIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    @AutoClose
    private final NewUser user;

    ClientPermissionIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.user = NewUser.in(realm.admin(), "permitted-" + UUID.randomUUID());
    }

    static final class WithPermissions implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.put("adminPermissionsEnabled", true);
        }
    }

    @Test
    void givesACredentialNoMapper() {
        letManage(credential.id());
        JsonNode before =
                realm.admin().get("clients/" + credential.id()).expect(200).json();

        Answer refused = asUser(credential.id()).post("protocol-mappers/models", mapper());

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("manage-api-credentials");
        assertThat(realm.admin().get("clients/" + credential.id()).expect(200).json())
                .isEqualTo(before);
    }

    @Test
    void doesNotDeleteACredential() {
        letManage(credential.id());

        Answer refused = asUser(credential.id()).delete("");

        assertThat(refused.status()).as(refused.body()).isEqualTo(403);
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void managesAnOrdinaryClient() {
        String clientId = "ordinary-" + UUID.randomUUID();
        realm.admin()
                .post("clients", JsonNodeFactory.instance.objectNode().put("clientId", clientId))
                .expect(201);
        String id = realm.admin().firstId("clients?clientId=" + clientId);
        letManage(id);

        asUser(id).post("protocol-mappers/models", mapper()).expect(201);
        asUser(id).delete("").expect(204);
    }

    /** Users who manage credentials manage what is below them too. */
    @Test
    void anAdministratorOfCredentialsDeletesOneThroughKeycloak() {
        realm.admin(Person.OWNER).delete("clients/" + credential.id()).expect(204);

        realm.credentials().get(credential.id()).expect(404);
    }

    private void letManage(String client) {
        AdminClient policies = realm.admin()
                .below("clients/" + realm.admin().firstId("clients?clientId=admin-permissions")
                        + "/authz/resource-server");
        ObjectNode policy = named();
        policy.putArray("users").add(user.id());
        String id = policies.post("policy/user", policy)
                .expect(201)
                .json()
                .path("id")
                .asText();
        ObjectNode permission = named().put("resourceType", "Clients");
        permission.putArray("resources").add(client);
        permission.putArray("scopes").add("view").add("manage");
        permission.putArray("policies").add(id);
        policies.post("permission/scope", permission).expect(201);
    }

    private AdminClient asUser(String client) {
        return realm.admin().below("clients/" + client).as(user.login(realm.url(), "demo-cli"));
    }

    private static ObjectNode named() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", UUID.randomUUID().toString());
    }

    private static ObjectNode mapper() {
        ObjectNode mapper =
                named().put("protocol", "openid-connect").put("protocolMapper", "oidc-hardcoded-claim-mapper");
        mapper.putObject("config")
                .put("claim.name", "colour")
                .put("claim.value", "red")
                .put("access.token.claim", "true");
        return mapper;
    }
}
