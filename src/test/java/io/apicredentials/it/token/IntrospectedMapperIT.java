package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mappers of an ordinary client write at introspection, also those that act nowhere else. */
@KeycloakTest(realm = IntrospectedMapperIT.WithJwtAnswers.class)
final class IntrospectedMapperIT {

    private static final String JWT_ALLOWED = "client.introspection.response.allow.jwt.claim.enabled";
    private static final ClientCredentials STRANGER = new ClientCredentials("", "stranger", "stranger-secret");

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final String credentialSubject;
    private final ClientCredentials ordinary;
    private final AdminClient mappers;

    IntrospectedMapperIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credentialSubject = new ServiceAccount(realm, credential).id();
        this.ordinary = ServiceAccount.ordinaryClient(realm);
        String id = realm.admin().firstId("clients?clientId=" + ordinary.clientId());
        this.mappers = realm.admin().below("clients/" + id);
        mappers.post("protocol-mappers/models", Mappers.audience("included.custom.audience", "api"))
                .expect(201);
    }

    /** The resource server may have its answers as a token that the realm signs. So may another that no token is for. */
    static final class WithJwtAnswers implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            RealmChange.client(content, "api").withObject("/attributes").put(JWT_ALLOWED, "true");
            content.withArray("clients")
                    .addObject()
                    .put("clientId", STRANGER.clientId())
                    .put("secret", STRANGER.clientSecret())
                    .put("publicClient", false)
                    .withObject("/attributes")
                    .put(JWT_ALLOWED, "true");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noClaimOfCredentialsIsInTheAnswer(boolean lightweight) throws ParseException {
        lightweight(lightweight);
        addAll();

        Answer answer = introspect(token(), TestRealm.RESOURCE_SERVER, "access_token");

        assertOrdinary(answer.json());
        assertThat(answer.json().path("username").asText()).doesNotContain(credential.clientId());
        assertOrdinary(Answer.parse(
                SignedJWT.parse(answer.json().path("jwt").asText()).getPayload().toString()));
    }

    @Test
    void permissionsThatTheTokenHasAreThoseOfTheToken() {
        ObjectNode signed = Mappers.hardcoded("permissions", "String", "signed");
        signed.withObject("/config").put("introspection.token.claim", "false");
        mappers.post("protocol-mappers/models", signed).expect(201);
        add("permissions", "String", "made at introspection");

        assertThat(introspect(token(), TestRealm.RESOURCE_SERVER, "access_token")
                        .json()
                        .path("permissions")
                        .asText())
                .isEqualTo("signed");
    }

    /** Keycloak would sign a token for it beside the answer that this one is not valid. */
    @ParameterizedTest
    @ValueSource(strings = {"access_token", "refresh_token"})
    void aCallerOutsideTheAudienceIsToldNothing(String hint) {
        addAll();

        assertThat(introspect(token(), STRANGER, hint).body()).isEqualTo("{\"active\":false}");
    }

    /** Keycloak looks at any token, whatever the caller calls it. */
    @Test
    void theTokenOfACredentialIsTakenForNoRefreshToken() {
        AdminClient client = realm.admin().below("clients/" + credential.id());
        ObjectNode mapper = Mappers.hardcoded("permissions", "String", "everything");
        mapper.withObject("/config").put("introspection.token.claim", "true");
        client.post("protocol-mappers/models", mapper).expect(201);
        String token = realm.tokenEndpoint().request(credential).accessToken();

        assertThat(introspect(token, STRANGER, "refresh_token").body()).isEqualTo("{\"active\":false}");
        assertThat(introspect(token, TestRealm.RESOURCE_SERVER, "refresh_token").body())
                .doesNotContain("everything");
    }

    @Test
    void mappersMayBringOtherClaims() {
        add("tenant", "String", "acme");

        assertThat(introspect(token(), TestRealm.RESOURCE_SERVER, "access_token")
                        .json()
                        .path("tenant")
                        .asText())
                .isEqualTo("acme");
    }

    private void assertOrdinary(JsonNode claims) {
        assertThat(claims.has("permission_set")).isFalse();
        assertThat(claims.has("permissions")).isFalse();
        assertThat(claims.has("permission_strings")).isFalse();
        assertThat(claims.path("azp").asText()).isEqualTo(ordinary.clientId());
        assertThat(claims.path("client_id").asText(ordinary.clientId())).isEqualTo(ordinary.clientId());
        assertThat(claims.path("sub").asText()).isEqualTo(new ServiceAccount(realm, ordinary).id());
        assertThat(claims.toString()).doesNotContain(credential.clientId(), credentialSubject);
    }

    private void addAll() {
        add("permission_set", "String", "wallets");
        add("permissions", "JSON", "[{\"type\":\"vault\",\"action\":\"delete\",\"scope\":\"org\"}]");
        add("permission_strings", "JSON", "[\"vault:delete\"]");
        add("azp", "String", credential.clientId());
        add("client_id", "String", credential.clientId());
        add("sub", "String", credentialSubject);
        add("username", "String", "service-account-" + credential.clientId());
        add("preferred_username", "String", "service-account-" + credential.clientId());
    }

    /** At introspection only. */
    private void add(String claim, String type, String value) {
        ObjectNode mapper = Mappers.hardcoded(claim, type, value).put("name", "introspected " + claim);
        mapper.withObject("/config")
                .put("access.token.claim", "false")
                .put("lightweight.claim", "false")
                .put("introspection.token.claim", "true");
        mappers.post("protocol-mappers/models", mapper).expect(201);
    }

    private void lightweight(boolean lightweight) {
        ObjectNode client = (ObjectNode) mappers.get("").expect(200).json();
        client.withObject("/attributes")
                .put("client.use.lightweight.access.token.enabled", Boolean.toString(lightweight));
        mappers.put("", client).expect(204);
    }

    private String token() {
        return realm.tokenEndpoint().request(ordinary).accessToken();
    }

    private Answer introspect(String token, ClientCredentials caller, String hint) {
        return Http.from(KeycloakServer.LOCALHOST)
                .postForm(
                        realm.tokenEndpoint().url() + "/introspect",
                        TokenEndpoint.basic(caller).and("Accept", "application/jwt"),
                        Fields.of("token", token).and("token_type_hint", hint))
                .expect(200);
    }
}
