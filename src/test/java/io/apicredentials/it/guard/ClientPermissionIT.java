package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AdminPermissions;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Mappers;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A user who has Keycloak's fine-grained permission to manage one client, and no role. */
@KeycloakTest(realm = AdminPermissions.Enabled.class)
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

    @Test
    void givesACredentialNoMapper() {
        letManage(credential.id());
        JsonNode before =
                realm.admin().get("clients/" + credential.id()).expect(200).json();

        Answer refused =
                asUser(credential.id()).post("protocol-mappers/models", Mappers.hardcoded("colour", "String", "red"));

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

    /** A mapper may write any user into a token; who it is decides the session that the token is from. */
    @Test
    void doesNotDeleteACredentialWithATokenThatNamesAnAdministrator() {
        String owner = realm.admin().firstId("users?exact=true&username=" + Person.OWNER.username());
        String forger = "forger-" + UUID.randomUUID();
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", forger)
                .put("publicClient", true)
                .put("directAccessGrantsEnabled", true);
        client.putArray("protocolMappers").add(Mappers.hardcoded("sub", "String", owner));
        realm.admin().post("clients", client).expect(201);
        letManage(credential.id());

        Answer refused = realm.admin()
                .below("clients/" + credential.id())
                .as(user.login(realm.url(), forger))
                .delete("");

        assertThat(refused.status()).as(refused.body()).isBetween(400, 499);
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

        asUser(id)
                .post("protocol-mappers/models", Mappers.hardcoded("colour", "String", "red"))
                .expect(201);
        asUser(id).delete("").expect(204);
    }

    /** Users who manage credentials manage what is below them too. */
    @Test
    void anAdministratorOfCredentialsDeletesOneThroughKeycloak() {
        realm.admin(Person.OWNER).delete("clients/" + credential.id()).expect(204);

        realm.credentials().get(credential.id()).expect(404);
    }

    private void letManage(String client) {
        new AdminPermissions(realm).letManage("user", user.id(), "Clients", List.of(client));
    }

    private AdminClient asUser(String client) {
        return realm.admin().below("clients/" + client).as(user.login(realm.url(), "demo-cli"));
    }
}
