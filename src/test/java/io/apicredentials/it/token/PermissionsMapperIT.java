package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapper in the client scope, configured as any other mapper of Keycloak. */
@KeycloakTest
final class PermissionsMapperIT {

    private static final String PERMISSIONS = "permissions.claim.name";
    private static final String PERMISSION_SET = "permission-set.claim.name";

    private final TestRealm realm;

    PermissionsMapperIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void theClaimsCanHaveOtherNames(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, new RealmChange.None())) {
            configure(own, "grants", "grant_set").expect(204);

            JsonNode claims = own.tokenEndpoint()
                    .request(SampleCredential.MONITORING.credentials())
                    .claims();

            assertThat(claims.path("grants")).hasSize(3);
            assertThat(claims.path("grant_set").asText()).isEqualTo("monitoring");
            assertThat(claims.has("permissions")).isFalse();
            assertThat(claims.has("permission_set")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "sub", "exp", "scope", "client_id", "resource_access", "active"})
    void aClaimWithAMeaningOfItsOwnIsRefused(String name) {
        Answer refused = configure(realm, name, "permission_set");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("The claim '" + name + "' has a meaning of its own");
        assertThat(mapper(realm).at("/config").path(PERMISSIONS).asText()).isEqualTo("permissions");
    }

    @Test
    void oneNameForBothClaimsIsRefused() {
        Answer refused = configure(realm, "permissions", "permissions");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(mapper(realm).at("/config").path(PERMISSION_SET).asText()).isEqualTo("permission_set");
    }

    @ParameterizedTest
    @CsvSource({"permission_set, permissions", "grants, permissions", "permission_set, grant_set"})
    void theUsualNameOfTheOtherClaimIsRefused(String permissions, String permissionSet) {
        Answer refused = configure(realm, permissions, permissionSet);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("The default names of the two claims are swapped");
        assertThat(mapper(realm).at("/config").path(PERMISSIONS).asText()).isEqualTo("permissions");
    }

    @ParameterizedTest
    @CsvSource({"permission_strings, permission_set", "permissions, permission_strings"})
    void theNameOfTheClaimWithStringsIsRefused(String permissions, String permissionSet) {
        Answer refused = configure(realm, permissions, permissionSet);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("holds the permissions as strings");
    }

    @Test
    void theMapperWritesNothingForAnOrdinaryClient() {
        ClientCredentials ordinary = new ClientCredentials("", "ordinary", "ordinary-secret");
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", ordinary.clientId())
                .put("secret", ordinary.clientSecret())
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true);
        client.putArray("defaultClientScopes")
                .add("api-credential")
                .add("roles")
                .add("basic");
        realm.admin().post("clients", client).expect(201);

        JsonNode claims = realm.tokenEndpoint().request(ordinary).claims();

        String id = realm.admin().firstId("clients?clientId=ordinary");
        assertThat(realm.admin()
                        .get("clients/" + id + "/default-client-scopes")
                        .expect(200)
                        .json()
                        .findValuesAsText("name"))
                .contains("api-credential");
        assertThat(claims.path("azp").asText()).isEqualTo("ordinary");
        assertThat(claims.has("permissions")).isFalse();
        assertThat(claims.has("permission_set")).isFalse();
        assertThat(claims.path("aud").toString()).contains("account").doesNotContain("\"api\"");
    }

    private static Answer configure(TestRealm realm, String permissions, String permissionSet) {
        ObjectNode mapper = mapper(realm);
        mapper.withObject("/config").put(PERMISSIONS, permissions).put(PERMISSION_SET, permissionSet);
        return mappers(realm).put(mapper.path("id").asText(), mapper);
    }

    private static ObjectNode mapper(TestRealm realm) {
        JsonNode mappers = mappers(realm).get("").expect(200).json();
        assertThat(mappers).hasSize(1);
        return (ObjectNode) mappers.path(0);
    }

    private static AdminClient mappers(TestRealm realm) {
        String scope = realm.admin()
                .find("client-scopes", "name", "api-credential")
                .path("id")
                .asText();
        return realm.admin().below("client-scopes/" + scope + "/protocol-mappers/models");
    }
}
