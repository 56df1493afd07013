package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.PasswordLogin;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Rights follow from the roles that a user has, wherever they are, and never from what a token claims. */
@KeycloakTest(realm = RealRolesIT.WithForger.class)
final class RealRolesIT {

    private static final String FORGER = "forger";
    private static final List<String> ROLES = List.of(
            "view-api-credentials",
            "manage-api-credentials",
            "manage-api-credential-settings",
            "approve-api-credentials");

    private final KeycloakServer server;
    private final TestRealm realm;

    /** A user of the master realm. */
    @AutoClose
    private final NewUser operator;

    RealRolesIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.operator = NewUser.in(server.admin().below("realms/master"), "operator-" + UUID.randomUUID());
    }

    /** A client that puts the roles into every token, whoever logs in. */
    static final class WithForger implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            ObjectNode client = content.withArray("clients")
                    .addObject()
                    .put("clientId", FORGER)
                    .put("protocol", "openid-connect")
                    .put("publicClient", true)
                    .put("directAccessGrantsEnabled", true)
                    .put("fullScopeAllowed", false);
            for (String role : ROLES) {
                client.withArray("protocolMappers")
                        .addObject()
                        .put("name", role)
                        .put("protocol", "openid-connect")
                        .put("protocolMapper", "oidc-hardcoded-role-mapper")
                        .withObject("/config")
                        .put("role", "realm-management." + role);
            }
        }
    }

    @Test
    void aRoleThatOnlyTheTokenClaimsOpensNothing() {
        PasswordLogin login = new PasswordLogin(realm.url(), FORGER, "nobody", "nobody");
        JsonNode claims = new Answer(200, Fields.none(), "{\"access_token\":\"" + login.get() + "\"}").claims();
        assertThat(claims.at("/resource_access/realm-management/roles").toString())
                .contains(ROLES);

        AdminClient forged = realm.admin().as(login).below("api-credentials");

        assertThat(forged.get("").status()).isEqualTo(403);
        assertThat(forged.get("permission-sets").status()).isEqualTo(403);
        assertThat(create(forged)).isEqualTo(403);
    }

    @Test
    void aMasterUserWithTheRoleToViewMayLookAndNothingElse() {
        give("view-api-credentials");

        assertThat(asOperator().get("").status()).isEqualTo(200);
        assertThat(create(asOperator())).isEqualTo(403);
    }

    @Test
    void aMasterUserWithTheRoleToApproveMayLookAndChangesNothing() {
        give("approve-api-credentials");

        assertThat(asOperator().get("").status()).isEqualTo(200);
        assertThat(create(asOperator())).isEqualTo(403);
    }

    @Test
    void aMasterUserWithTheRoleToManageMayCreateAndLook() {
        give("manage-api-credentials");

        assertThat(create(asOperator())).isEqualTo(201);
        assertThat(asOperator().get("").status()).isEqualTo(200);
    }

    @Test
    void aMasterUserWithTheRoleForSettingsMayLookAtThePermissionSetsAndNothingElse() {
        give("manage-api-credential-settings");

        assertThat(asOperator().get("permission-sets").status()).isEqualTo(200);
        assertThat(asOperator().get("").status()).isEqualTo(403);
        assertThat(create(asOperator())).isEqualTo(403);
    }

    @Test
    void aMasterUserWithoutRolesMayDoNothing() {
        assertThat(asOperator().get("").status()).isEqualTo(403);
        assertThat(asOperator().get("permission-sets").status()).isEqualTo(403);
        assertThat(create(asOperator())).isEqualTo(403);
    }

    @Test
    void aRoleForOneRealmOpensNothingInAnother() {
        give("manage-api-credentials");
        try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            AdminClient elsewhere = other.admin().as(login()).below("api-credentials");

            assertThat(elsewhere.get("").status()).isEqualTo(403);
            assertThat(create(elsewhere)).isEqualTo(403);

            AdminClient strangerHere =
                    realm.admin().as(other.login(Person.OWNER)).below("api-credentials");
            assertThat(strangerHere.get("").status()).isEqualTo(403);
        }
    }

    @Test
    void aRoleTakenAwayCountsForTokensIssuedBefore() {
        give("manage-api-credentials");
        AdminClient before = asOperator();
        assertThat(create(before)).isEqualTo(201);

        operator.take(clientOfRealm(), "manage-api-credentials");

        assertThat(create(before)).isEqualTo(403);
    }

    private void give(String role) {
        operator.give(clientOfRealm(), role);
    }

    /** The client of the master realm that holds the roles for our realm. */
    private String clientOfRealm() {
        return realm.name() + "-realm";
    }

    private AdminClient asOperator() {
        return realm.admin().as(login()).below("api-credentials");
    }

    private PasswordLogin login() {
        return operator.login(server.url() + "/realms/master", "admin-cli");
    }

    private static int create(AdminClient credentials) {
        return credentials
                .post("", CredentialRequests.of("wallets", "127.0.0.1"))
                .status();
    }
}
