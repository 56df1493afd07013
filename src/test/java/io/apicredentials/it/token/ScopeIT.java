package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Claims;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions as scopes of OAuth 2.0 (RFC 6749 3.3): in tokens, and asked for. */
@KeycloakTest
final class ScopeIT {

    private static final String GRANTED = "balances:read key:read:vault key:update:key:7e0f";

    private final TestRealm realm;

    ScopeIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void tokenAnswerIntrospectionAndEventSayTheSame() {
        ClientCredentials credential = credential(realm);

        Answer answer = request(realm, credential, "");

        assertThat(answer.claims().path("scope").asText()).isEqualTo(GRANTED);
        assertThat(answer.json().path("scope").asText()).isEqualTo(GRANTED);
        assertThat(introspected(realm, answer).path("scope").asText()).isEqualTo(GRANTED);
        assertThat(eventScope(credential)).isEqualTo(GRANTED);
    }

    @ParameterizedTest
    @CsvSource({
        "balances:read, balances:read:org:*",
        "balances:read:vault:7e0f, balances:read:vault:7e0f",
        "balances:read:key, balances:read:key:*",
        "key:read:vault:7e0f, key:read:vault:7e0f",
        "key:update:key:7e0f, key:update:key:7e0f"
    })
    void aRequestForFewerPermissionsGetsThose(String asked, String permission) {
        ClientCredentials credential = credential(realm);

        Answer answer = request(realm, credential, asked);

        assertThat(Claims.permissions(answer.claims())).containsExactly(permission);
        assertThat(answer.claims().path("scope").asText()).isEqualTo(asked);
        assertThat(answer.json().path("scope").asText()).isEqualTo(asked);
        assertThat(Claims.permissions(introspected(realm, answer))).containsExactly(permission);
        assertThat(eventScope(credential)).isEqualTo(asked);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
    }

    @Test
    void severalAreGrantedInTheOrderOfTheRequestAndOnce() {
        Answer answer = request(realm, credential(realm), "key:read:vault  balances:read:vault key:read:vault");

        assertThat(answer.claims().path("scope").asText()).isEqualTo("key:read:vault balances:read:vault");
        assertThat(answer.claims().path("permissions")).hasSize(2);
    }

    @Test
    void openidStandsBesideThePermissions() {
        Answer answer = request(realm, credential(realm), "balances:read openid");

        assertThat(answer.claims().path("scope").asText()).isEqualTo("openid balances:read");
        assertThat(answer.json().has("id_token")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "balances:update",
                "key:read",
                "key:update:key",
                "key:update:key:7e0f8",
                "key:update:vault",
                "key:read:key:7e0f",
                "balances:read:admin",
                "vault:read",
                "balances:read key:delete",
                "balances:read:org",
                "balances:*",
                "balances:read:vault:*",
                "permissions",
                "balances:read profile"
            })
    void whatACredentialDoesNotCoverIsInvalid(String asked) {
        ClientCredentials credential = credential(realm);

        Answer refused = request(realm, credential, asked);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_scope");
        assertThat(refused.json().has("access_token")).isFalse();
        JsonNode event = realm.events().newestOfClient(credential.clientId());
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN_ERROR");
        assertThat(event.at("/details/reason").asText()).isEqualTo("Invalid scopes: " + asked);
    }

    /** Whoever manages clients may add client scopes, and gives nobody a permission by it. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void aClientScopeThatIsCalledLikeAPermissionIsNoWord(String setting, KeycloakServer server) {
        try (TestRealm own = realm(server, setting, "objects")) {
            ClientCredentials credential = credential(own);
            ObjectNode scope = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", "transaction:create")
                    .put("protocol", "openid-connect");
            scope.withObject("/attributes").put("include.in.token.scope", "true");
            own.admin().post("client-scopes", scope).expect(201);
            String id = StreamSupport.stream(
                            own.admin().get("client-scopes").json().spliterator(), false)
                    .filter(there -> there.path("name").asText().equals("transaction:create"))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            own.admin()
                    .put(
                            "clients/" + credential.id() + "/default-client-scopes/" + id,
                            JsonNodeFactory.instance.objectNode())
                    .expect(204);

            Answer answer = request(own, credential, "");

            assertThat(answer.claims().path("scope").asText()).isEqualTo(setting.equals("true") ? GRANTED : "");
            assertThat(answer.json().path("scope").asText()).isEqualTo(setting.equals("true") ? GRANTED : "");
        }
    }

    @Test
    void aRealmCanLeaveTheClaimOut(KeycloakServer server) {
        try (TestRealm own = realm(server, "false", "objects")) {
            Answer all = request(own, credential(own), "");
            Answer fewer = request(own, credential(own), "key:read:vault:1");

            assertThat(all.claims().has("scope")).isFalse();
            assertThat(all.json().has("scope")).isFalse();
            assertThat(Claims.permissions(fewer.claims())).containsExactly("key:read:vault:1");
        }
    }

    @Test
    void aRealmCanListPermissionsAsStrings(KeycloakServer server) {
        try (TestRealm own = realm(server, "true", "strings")) {
            JsonNode claims = request(own, credential(own), "").claims();

            assertThat(texts(claims.path("permissions"))).containsExactly(GRANTED.split(" "));
            assertThat(claims.has("permission_strings")).isFalse();
        }
    }

    @Test
    void aRealmCanListThemInBothWays(KeycloakServer server) {
        try (TestRealm own = realm(server, "true", "both")) {
            Answer answer = request(own, credential(own), "");

            assertThat(texts(answer.claims().path("permission_strings"))).containsExactly(GRANTED.split(" "));
            assertThat(Claims.permissions(answer.claims())).hasSize(3);
            assertThat(introspected(own, answer).path("permission_strings"))
                    .isEqualTo(answer.claims().path("permission_strings"));
        }
    }

    private static TestRealm realm(KeycloakServer server, String scope, String permissions) {
        return TestRealm.create(
                server,
                content -> content.withObject("/attributes")
                        .put("api.credential.token.scope", scope)
                        .put("api.credential.token.permissions", permissions));
    }

    /** For whom {@value #GRANTED} is granted. */
    private static ClientCredentials credential(TestRealm realm) {
        ObjectNode request = CredentialRequests.of("wallets", KeycloakServer.LOCALHOST);
        CredentialRequests.grant(request, "balances", "read", "org");
        CredentialRequests.grant(request, "key", "read", "vault");
        CredentialRequests.grant(request, "key", "update", "key", "7e0f");
        return realm.credentials().issue(request);
    }

    private static Answer request(TestRealm realm, ClientCredentials credential, String scope) {
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", scope);
        return realm.tokenEndpoint().request(form.and(TokenEndpoint.post(credential)), Fields.none());
    }

    private static JsonNode introspected(TestRealm realm, Answer answer) {
        return realm.tokenEndpoint()
                .introspect(answer.accessToken(), TestRealm.RESOURCE_SERVER)
                .expect(200)
                .json();
    }

    private String eventScope(ClientCredentials credential) {
        return Optional.of(realm.events().newestOfClient(credential.clientId()))
                .filter(event -> event.path("type").asText().equals("CLIENT_LOGIN"))
                .orElseThrow()
                .at("/details/scope")
                .asText();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
