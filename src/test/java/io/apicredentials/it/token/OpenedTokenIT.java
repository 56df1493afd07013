package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Mappers;
import io.apicredentials.testing.TestRealm;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an administrator adds to a client changes nothing in the token of a credential, not even where no edit is guarded. */
@KeycloakTest(server = UnguardedServer.class)
final class OpenedTokenIT {

    private static final String MODELS = "protocol-mappers/models";
    private static final String[] CLAIMS = {"permissions", "permission_set", "aud", "client_id", "azp", "sub"};

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final AdminClient client;
    private final JsonNode before;

    OpenedTokenIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.client = realm.admin().below("clients/" + credential.id());
        this.before = token();
        assertThat(before.fieldNames()).toIterable().contains(CLAIMS);
    }

    @ParameterizedTest
    @CsvSource({
        "permissions, JSON, '[{\"type\":\"vault\",\"action\":\"delete\",\"scope\":\"org\"}]'",
        "permissions, String, everything",
        "permission_set, String, controls",
        "aud, String, somebody",
        "exp, long, 4102444800",
        "iat, long, 1",
        "sub, String, somebody",
        "client_id, String, demo-controls",
        "realm_access, JSON, '{\"roles\":[\"admin\"]}'",
        "resource_access.realm-management.roles, JSON, '[\"realm-admin\"]'"
    })
    void aMapperOfTheClientDoesNotChangeAClaim(String claim, String type, String value) {
        client.post(MODELS, Mappers.hardcoded(claim, type, value)).expect(201);

        assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource({
        "permissions, JSON, '[]'",
        "permission_set, String, controls",
        "aud, String, somebody",
        "exp, long, 4102444800",
        "client_id, String, demo-controls"
    })
    void aMapperOfTheClientScopeDoesNotChangeAClaim(String claim, String type, String value) {
        AdminClient models = realm.admin().below("client-scopes/" + scopeId("api-credential") + "/" + MODELS);
        models.post("", Mappers.hardcoded(claim, type, value)).expect(201);
        try {
            assertUnchanged();
        } finally {
            String id = models.find("", "name", "hardcoded " + claim).path("id").asText();
            models.delete(id).expect(204);
        }
    }

    /** A second mapper of ours, with other names, would leave the usual ones to whoever adds a third. */
    @Test
    void aMapperWithOtherNamesDoesNotLeaveTheUsualOnesToOthers() {
        client.delete("default-client-scopes/" + scopeId("api-credential")).expect(204);
        client.post(MODELS, Mappers.permissions("x", "y")).expect(201);
        client.post(MODELS, Mappers.hardcoded("permissions", "JSON", "[]")).expect(201);
        client.post(MODELS, Mappers.hardcoded("permission_set", "String", "controls"))
                .expect(201);

        assertUnchanged();
    }

    @Test
    void anAudienceMapperAddsNoAudience() {
        client.post(MODELS, Mappers.audience("included.custom.audience", "somebody"))
                .expect(201);

        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "profile", "email", "web-origins", "microprofile-jwt"})
    void aScopeOfKeycloakBringsNoRolesAndNoAudience(String scope) {
        client.send("PUT", "default-client-scopes/" + scopeId(scope), null).expect(204);
        map("account", "manage-account");
        edit(representation -> representation.put("fullScopeAllowed", true));

        JsonNode token = token();

        assertThat(token.has("realm_access")).isFalse();
        assertThat(token.has("resource_access")).isFalse();
        assertThat(token.has("allowed-origins")).isFalse();
        assertThat(token.path("aud")).isEqualTo(before.path("aud"));
        assertThat(token.path("permissions")).isEqualTo(before.path("permissions"));
    }

    @Test
    void aRoleInItsScopeBringsNoRoles() {
        client.send("PUT", "default-client-scopes/" + scopeId("roles"), null).expect(204);
        map("account", "manage-account");
        client.post("scope-mappings/clients/" + clientId("account"), "[" + role("account", "manage-account") + "]")
                .expect(204);

        JsonNode token = token();

        assertThat(token.has("resource_access")).isFalse();
        assertThat(token.path("aud")).isEqualTo(before.path("aud"));
    }

    @Test
    void withoutItsScopeTheTokenIsTheSame() {
        client.delete("default-client-scopes/" + scopeId("api-credential")).expect(204);

        assertUnchanged();
    }

    @Test
    void aLightweightTokenIsTheSame() {
        attribute("client.use.lightweight.access.token.enabled", "true");

        assertUnchanged();
    }

    @Test
    void aLongLifespanIsCutToOneHour() {
        attribute("access.token.lifespan", "86400");

        Answer answer = realm.tokenEndpoint().request(credential).expect(200);

        assertThat(lifespan(answer.claims())).isEqualTo(3600);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
    }

    @Test
    void withRefreshTokensSwitchedOnThereIsNone() {
        attribute("client_credentials.use_refresh_token", "true");

        assertThat(realm.tokenEndpoint().request(credential).expect(200).json().has("refresh_token"))
                .isFalse();
    }

    /** Keycloak's admin API and client registration would look up its roles, whatever the token says. */
    @Test
    void withRolesForAdministeringTheRealmThereIsNoTokenAtAll() {
        map("realm-management", "manage-clients");
        edit(representation -> representation.put("fullScopeAllowed", true));

        Answer refused = realm.tokenEndpoint().request(credential);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(realm.events().refusalOf(credential.clientId())).isEqualTo("admin_roles");
    }

    @Test
    void rolesForAdministeringThatItCannotUseDoNotMatter() {
        map("realm-management", "manage-clients");

        assertUnchanged();
        String token = realm.tokenEndpoint().request(credential).accessToken();
        assertThat(realm.admin().as(() -> token).get("clients").status()).isEqualTo(401);
        Answer registration = realm.admin()
                .elsewhere(realm.url() + "/clients-registrations/default")
                .as(() -> token)
                .post("", "{\"clientId\":\"registered\"}");
        assertThat(registration.status()).isEqualTo(403);
    }

    private void assertUnchanged() {
        JsonNode token = token();
        for (String claim : CLAIMS) {
            assertThat(token.path(claim)).as(claim).isEqualTo(before.path(claim));
        }
        assertThat(lifespan(token)).isEqualTo(3600);
        assertThat(token.has("realm_access")).isFalse();
        assertThat(token.has("resource_access")).isFalse();
    }

    private static long lifespan(JsonNode token) {
        return token.path("exp").asLong() - token.path("iat").asLong();
    }

    private JsonNode token() {
        return realm.tokenEndpoint().request(credential).claims();
    }

    private void attribute(String name, String value) {
        edit(representation -> representation.withObject("/attributes").put(name, value));
    }

    private void edit(Consumer<ObjectNode> change) {
        ObjectNode representation = (ObjectNode) client.get("").expect(200).json();
        change.accept(representation);
        client.put("", representation).expect(204);
    }

    /** Gives its service account a role of a client. */
    private void map(String ofClient, String role) {
        String user =
                client.get("service-account-user").expect(200).json().path("id").asText();
        realm.admin()
                .post(
                        "users/" + user + "/role-mappings/clients/" + clientId(ofClient),
                        "[" + role(ofClient, role) + "]")
                .expect(204);
    }

    private JsonNode role(String ofClient, String role) {
        return realm.admin()
                .get("clients/" + clientId(ofClient) + "/roles/" + role)
                .expect(200)
                .json();
    }

    private String clientId(String clientId) {
        return realm.admin().firstId("clients?clientId=" + clientId);
    }

    private String scopeId(String name) {
        return realm.admin().find("client-scopes", "name", name).path("id").asText();
    }
}
