package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.Tokens;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token that a client gets, seen with public libraries: an OAuth 2.0 client and a resource server. */
@KeycloakTest
final class TokenIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    TokenIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    /** The two ways of RFC 6749 2.3.1. */
    enum Method {
        BASIC,
        POST;

        ClientAuthentication with(ClientCredentials credential) {
            ClientID id = new ClientID(credential.clientId());
            Secret secret = new Secret(credential.clientSecret());
            return this == BASIC ? new ClientSecretBasic(id, secret) : new ClientSecretPost(id, secret);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientLibraryGetsABearerTokenForOneHour(Method method) throws IOException, ParseException {
        TokenRequest request = new TokenRequest.Builder(
                        URI.create(realm.tokenEndpoint().url()), method.with(credential), new ClientCredentialsGrant())
                .build();

        Tokens tokens = TokenResponse.parse(request.toHTTPRequest().send())
                .toSuccessResponse()
                .getTokens();

        assertThat(tokens.getBearerAccessToken().getLifetime()).isEqualTo(3600);
        assertThat(tokens.getRefreshToken()).isNull();
        assertThat(realm.offlineCheck()
                        .claims(tokens.getBearerAccessToken().getValue())
                        .getClaim("azp"))
                .isEqualTo(credential.clientId());
        JsonNode event = realm.events().newestOfClient(credential.clientId());
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN");
        assertThat(event.at("/details/client_auth_method").asText()).isEqualTo("api-credential");
    }

    @Test
    void theTokenEndsOneHourAfterItWasIssued() {
        JWTClaimsSet claims = offline();

        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theTokenIsSignedWithEs256() throws java.text.ParseException {
        SignedJWT token = SignedJWT.parse(token());

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    }

    @Test
    void theTokenHasTheDocumentedClaimsAndNoOther() {
        assertThat(offline().getClaims())
                .containsOnlyKeys(
                        "iss",
                        "sub",
                        "azp",
                        "client_id",
                        "aud",
                        "iat",
                        "exp",
                        "jti",
                        "typ",
                        "permission_set",
                        "permissions",
                        "scope");
    }

    @Test
    void theTokenSaysWhoseItIsAndWhomItIsFor() {
        JWTClaimsSet claims = offline();

        assertThat(claims.getIssuer()).isEqualTo(realm.url());
        assertThat(claims.getAudience()).containsExactly("api");
        assertThat(claims.getClaim("azp")).isEqualTo(credential.clientId());
        assertThat(claims.getClaim("client_id")).isEqualTo(credential.clientId());
        assertThat(claims.getClaim("typ")).isEqualTo("Bearer");
        assertThat(claims.getClaim("permission_set")).isEqualTo("wallets");
    }

    @Test
    void everyTokenHasAnIdOfItsOwn() {
        assertThat(offline().getJWTID()).isNotEqualTo(offline().getJWTID());
    }

    @Test
    void theSubjectStaysTheSame() {
        assertThat(offline().getSubject()).isEqualTo(offline().getSubject());
    }

    @Test
    void theAnswerHasNoOtherToken() {
        JsonNode answer = realm.tokenEndpoint().request(credential).expect(200).json();

        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "access_token", "token_type", "expires_in", "refresh_expires_in", "not-before-policy", "scope");
        assertThat(answer.path("refresh_expires_in").asInt()).isZero();
    }

    @Test
    void theAnswerIsNotStored() {
        assertThat(realm.tokenEndpoint().request(credential).expect(200).header("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void theScopeOpenidBringsNoIdToken() {
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", "openid");

        Answer answer = realm.tokenEndpoint().request(form.and(TokenEndpoint.post(credential)), Fields.none());

        assertThat(answer.expect(200).json().has("id_token")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openid profile", "profile", "email", "roles", "offline_access", "no-such-scope"})
    void aScopeThatACredentialDoesNotHaveIsInvalid(String scope) {
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", scope);

        Answer refused = realm.tokenEndpoint().request(form.and(TokenEndpoint.post(credential)), Fields.none());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_scope");
        assertThat(refused.json().has("access_token")).isFalse();
        assertThat(realm.events()
                        .newestOfClient(credential.clientId())
                        .path("type")
                        .asText())
                .isEqualTo("CLIENT_LOGIN_ERROR");
    }

    @Test
    void introspectionTellsTheSameClaims() {
        String token = token();
        JWTClaimsSet signed = realm.offlineCheck().claims(token);

        JsonNode answer = realm.tokenEndpoint()
                .introspect(token, TestRealm.RESOURCE_SERVER)
                .expect(200)
                .json();

        assertThat(answer.path("active").asBoolean()).isTrue();
        assertThat(answer.path("exp").asLong())
                .isEqualTo(signed.getExpirationTime().toInstant().getEpochSecond());
        assertThat(answer.path("aud").asText()).isEqualTo("api");
        assertThat(answer.path("client_id").asText()).isEqualTo(credential.clientId());
        assertThat(answer.path("permission_set").asText()).isEqualTo("wallets");
        assertThat(answer.path("permissions"))
                .isNotEmpty()
                .isEqualTo(new ObjectMapper().valueToTree(signed.getClaim("permissions")));
    }

    private JWTClaimsSet offline() {
        return realm.offlineCheck().claims(token());
    }

    private String token() {
        return realm.tokenEndpoint().request(credential).accessToken();
    }
}
