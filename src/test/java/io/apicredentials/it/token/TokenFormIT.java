package io.apicredentials.it.token;

import static io.apicredentials.it.token.ScopedRequests.GRANTED;
import static io.apicredentials.it.token.ScopedRequests.credential;
import static io.apicredentials.it.token.ScopedRequests.introspected;
import static io.apicredentials.it.token.ScopedRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Claims;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.text.ParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a realm sets on how tokens name permissions, wherever they are told. */
@KeycloakTest
final class TokenFormIT {

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
    void aRealmCanListThemInBothWays(KeycloakServer server) throws ParseException {
        try (TestRealm own = realm(server, "true", "both")) {
            Answer answer = request(own, credential(own), "");

            assertThat(texts(answer.claims().path("permission_strings"))).containsExactly(GRANTED.split(" "));
            assertThat(Claims.permissions(answer.claims())).hasSize(3);
            JsonNode strings = answer.claims().path("permission_strings");
            assertThat(introspected(own, answer).path("permission_strings")).isEqualTo(strings);
            assertThat(introspectedAsToken(own, answer).path("permission_strings"))
                    .isEqualTo(strings);
            assertThat(introspectedAsToken(own, answer).path("scope").asText()).isEqualTo(GRANTED);
            assertThat(userInfo(own, request(own, credential(own), "openid")).has("permission_strings"))
                    .isFalse();
        }
    }

    private static TestRealm realm(KeycloakServer server, String scope, String permissions) {
        return TestRealm.create(server, content -> {
            content.withObject("/attributes")
                    .put("api.credential.token.scope", scope)
                    .put("api.credential.token.permissions", permissions);
            RealmChange.client(content, TestRealm.RESOURCE_SERVER.clientId())
                    .withObject("/attributes")
                    .put("client.introspection.response.allow.jwt.claim.enabled", "true");
        });
    }

    /** The same, signed by the realm. */
    private static JsonNode introspectedAsToken(TestRealm realm, Answer answer) throws ParseException {
        Fields headers = TokenEndpoint.basic(TestRealm.RESOURCE_SERVER).and("Accept", "application/jwt");
        String token = Http.from(KeycloakServer.LOCALHOST)
                .postForm(
                        realm.tokenEndpoint().url() + "/introspect", headers, Fields.of("token", answer.accessToken()))
                .expect(200)
                .json()
                .path("jwt")
                .asText();
        return Answer.parse(SignedJWT.parse(token).getPayload().toString());
    }

    private static JsonNode userInfo(TestRealm realm, Answer answer) {
        return Http.from(KeycloakServer.LOCALHOST)
                .get(realm.url() + "/protocol/openid-connect/userinfo", Fields.bearer(answer.accessToken()))
                .expect(200)
                .json();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
