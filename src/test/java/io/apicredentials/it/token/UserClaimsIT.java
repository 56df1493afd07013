package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Mappers;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.text.ParseException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mappers of a client write for its users, beside the access token: the ID token, and the user info. */
@KeycloakTest
final class UserClaimsIT {

    private final TestRealm realm;
    private final ClientCredentials application =
            new ClientCredentials("", "application-" + UUID.randomUUID(), "application-secret");
    private final AdminClient client;

    UserClaimsIT(TestRealm realm) {
        this.realm = realm;
        ObjectNode representation = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", application.clientId())
                .put("secret", application.clientSecret())
                .put("publicClient", false)
                .put("directAccessGrantsEnabled", true);
        realm.admin().post("clients", representation).expect(201);
        this.client =
                realm.admin().below("clients/" + realm.admin().firstId("clients?clientId=" + application.clientId()));
        write(client, "permission_set", "wallets");
        write(client, "tenant", "acme");
    }

    @Test
    void anIdTokenNamesNoPermissionSet() {
        Answer answer = logIn();

        assertOrdinary(payload(answer.json().path("id_token").asText()));
        assertOrdinary(answer.claims());
    }

    @Test
    void aRefreshedIdTokenNamesNone() {
        Fields form = Fields.of("grant_type", "refresh_token")
                .and("refresh_token", logIn().json().path("refresh_token").asText());

        Answer refreshed = realm.tokenEndpoint().request(form.and(TokenEndpoint.post(application)), Fields.none());

        assertOrdinary(payload(refreshed.expect(200).json().path("id_token").asText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"userinfo", "userinfo/"})
    void userInfoNamesNoPermissionSet(String path) {
        assertOrdinary(userInfo(path, logIn().accessToken()).json());
    }

    @Test
    void signedUserInfoNamesNoneAndIsSigned() throws ParseException, JOSEException {
        ObjectNode representation = (ObjectNode) client.get("").expect(200).json();
        representation.withObject("/attributes").put("user.info.response.signature.alg", "RS256");
        client.put("", representation).expect(204);

        SignedJWT answer = SignedJWT.parse(userInfo(logIn().accessToken()).body());

        assertOrdinary(Answer.parse(answer.getPayload().toString()));
        String keys = Http.from(KeycloakServer.LOCALHOST)
                .get(realm.url() + "/protocol/openid-connect/certs", Fields.none())
                .body();
        assertThat(answer.verify(new RSASSAVerifier(JWKSet.parse(keys)
                        .getKeyByKeyId(answer.getHeader().getKeyID())
                        .toRSAKey())))
                .isTrue();
    }

    @Test
    void userInfoOfACredentialHasNoPermissionsOfAnybody() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        AdminClient ofCredential = realm.admin().below("clients/" + credential.id());
        write(ofCredential, "permissions", "everything");
        write(ofCredential, "permission_set", "controls");
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", "openid");
        Answer token = realm.tokenEndpoint().request(form.and(TokenEndpoint.post(credential)), Fields.none());

        JsonNode claims = userInfo(token.accessToken()).json();

        assertThat(claims.has("sub")).isTrue();
        assertThat(claims.has("permissions")).isFalse();
        assertThat(claims.has("permission_set")).isFalse();
    }

    private static void assertOrdinary(JsonNode claims) {
        assertThat(claims.has("permission_set")).isFalse();
        assertThat(claims.path("tenant").asText()).isEqualTo("acme");
    }

    private static void write(AdminClient client, String claim, String value) {
        ObjectNode mapper = Mappers.hardcoded(claim, "String", value);
        mapper.withObject("/config").put("id.token.claim", "true").put("userinfo.token.claim", "true");
        client.post("protocol-mappers/models", mapper).expect(201);
    }

    private Answer logIn() {
        Fields form = Fields.of("grant_type", "password")
                .and("scope", "openid")
                .and("username", Person.OWNER.username())
                .and("password", Person.OWNER.username());
        return realm.tokenEndpoint()
                .request(form.and(TokenEndpoint.post(application)), Fields.none())
                .expect(200);
    }

    private Answer userInfo(String token) {
        return userInfo("userinfo", token);
    }

    private Answer userInfo(String path, String token) {
        return Http.from(KeycloakServer.LOCALHOST)
                .get(realm.url() + "/protocol/openid-connect/" + path, Fields.bearer(token))
                .expect(200);
    }

    private static JsonNode payload(String token) {
        try {
            return Answer.parse(SignedJWT.parse(token).getPayload().toString());
        } catch (ParseException wrong) {
            throw new AssertionError("not a signed token: " + token, wrong);
        }
    }
}
