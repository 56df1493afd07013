package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AdminPermissions;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's fine-grained admin permissions, by which a policy lets somebody administer who has no role at all. */
@KeycloakTest(realm = AdminPermissions.Enabled.class)
final class AdminPolicyIT {

    private final TestRealm realm;
    private final AdminPermissions permissions;

    AdminPolicyIT(TestRealm realm) {
        this.realm = realm;
        this.permissions = new AdminPermissions(realm);
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
        permissions.remove(permission);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "client"})
    void anOrdinaryClientAdministersByIt(String kind) {
        ClientCredentials ordinary = ServiceAccount.ordinaryClient(realm);
        String permission = letManageUsers(ordinary, kind);

        String token = realm.tokenEndpoint().request(ordinary).accessToken();

        assertThat(realm.admin().as(() -> token).get("users").expect(200).json())
                .isNotEmpty();
        permissions.remove(permission);
    }

    private String letManageUsers(ClientCredentials client, String kind) {
        String subject = kind.equals("user")
                ? new ServiceAccount(realm, client).id()
                : realm.admin().firstId("clients?clientId=" + client.clientId());
        return permissions.letManage(kind, subject, "Users", List.of());
    }

    private String ownerId() {
        return realm.admin().firstId("users?username=owner&exact=true");
    }
}
