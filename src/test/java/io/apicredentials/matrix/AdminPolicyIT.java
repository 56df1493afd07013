package io.apicredentials.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's fine-grained admin permissions, by which a policy lets somebody administer who has no role at all. */
@KeycloakTest(realm = AdminPolicyIT.WithPermissions.class)
final class AdminPolicyIT {

    private final TestRealm realm;
    private final AdminClient policies;

    AdminPolicyIT(TestRealm realm) {
        this.realm = realm;
        String client = realm.admin().firstId("clients?clientId=admin-permissions");
        this.policies = realm.admin().below("clients/" + client + "/authz/resource-server");
    }

    /** Fine-grained permissions are switched on for each realm. */
    static final class WithPermissions implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.put("adminPermissionsEnabled", true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "client"})
    void aPolicyThatNamesACredentialLetsItAdministerNothing(String kind) {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String permission = letManageUsers(credential, kind);

        AdminClient asCredential =
                realm.admin().as(() -> realm.tokenEndpoint().request(credential).accessToken());

        assertThat(asCredential.get("users").status()).isEqualTo(401);
        assertThat(asCredential
                        .put("users/" + ownerId() + "/reset-password", "{\"type\":\"password\",\"value\":\"known\"}")
                        .status())
                .isEqualTo(401);
        policies.delete("policy/" + permission).expect(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "client"})
    void anOrdinaryClientAdministersByIt(String kind) {
        ClientCredentials ordinary = ServiceAccount.ordinaryClient(realm);
        String permission = letManageUsers(ordinary, kind);

        String token = realm.tokenEndpoint().request(ordinary).accessToken();

        assertThat(realm.admin().as(() -> token).get("users").expect(200).json())
                .isNotEmpty();
        policies.delete("policy/" + permission).expect(204);
    }

    /** The id of the permission; of several for the same, Keycloak wants all to agree. */
    private String letManageUsers(ClientCredentials client, String kind) {
        ObjectNode policy = named();
        policy.withArray(kind + "s")
                .add(
                        kind.equals("user")
                                ? new ServiceAccount(realm, client).id()
                                : realm.admin().firstId("clients?clientId=" + client.clientId()));
        JsonNode created = policies.post("policy/" + kind, policy).expect(201).json();
        ObjectNode permission = named().put("resourceType", "Users");
        permission.withArray("scopes").add("view").add("manage");
        permission.withArray("policies").add(created.path("id").asText());
        return policies.post("permission/scope", permission)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private static ObjectNode named() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", UUID.randomUUID().toString());
    }

    private String ownerId() {
        return realm.admin().firstId("users?username=owner&exact=true");
    }
}
