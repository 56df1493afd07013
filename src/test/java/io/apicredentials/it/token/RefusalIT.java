package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal looks like that of an unknown client; the event alone tells the reason. */
@KeycloakTest
final class RefusalIT {

    private static final Fields GRANT = Fields.of("grant_type", "client_credentials");

    private final TestRealm realm;
    private final Refusals refusals;
    private final ClientCredentials credential;

    RefusalIT(TestRealm realm) {
        this.realm = realm;
        this.refusals = new Refusals(realm);
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void refusesADisabledCredential() {
        realm.credentials().disable(credential.id()).expect(200);

        refusals.check(credential, "disabled", realm.tokenEndpoint()::request);
    }

    @Test
    void refusesThePasswordGrant() {
        Fields owner =
                Fields.of("grant_type", "password").and("username", "owner").and("password", "owner");

        refusals.check(
                credential,
                "grant_not_allowed",
                client -> realm.tokenEndpoint().request(owner.and(TokenEndpoint.post(client)), Fields.none()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_code",
                "refresh_token",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:uma-ticket",
                "urn:openid:params:grant-type:ciba"
            })
    void refusesEveryOtherGrant(String grantType) {
        realm.events().saveAlso("REFRESH_TOKEN_ERROR", "PERMISSION_TOKEN_ERROR");
        Fields grant = Fields.of("grant_type", grantType)
                .and("code", "any")
                .and("refresh_token", "any")
                .and("device_code", "any")
                .and("auth_req_id", "any")
                .and("subject_token", "any")
                .and("subject_token_type", "urn:ietf:params:oauth:token-type:access_token");

        refusals.check(
                credential,
                "grant_not_allowed",
                client -> realm.tokenEndpoint().request(grant.and(TokenEndpoint.post(client)), Fields.none()));
    }

    @Test
    void refusesACredentialThatIntrospects() {
        realm.events().saveAlso("INTROSPECT_TOKEN_ERROR");
        String token = realm.tokenEndpoint().request(credential).accessToken();

        refusals.check(
                credential, "grant_not_allowed", client -> realm.tokenEndpoint().introspect(token, client));
    }

    @Test
    void refusesTheSecretOfAnotherCredential() {
        ClientCredentials other = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        refusesSecret(other.clientSecret());
    }

    @Test
    void refusesATruncatedSecret() {
        refusesSecret(
                credential.clientSecret().substring(0, credential.clientSecret().length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "kac_", "%00", "*"})
    void refusesWhatIsNoSecret(String text) {
        refusesSecret(text);
    }

    @Test
    void refusesAMissingSecret() {
        refusals.check(
                credential,
                "unknown_secret",
                client -> realm.tokenEndpoint().request(GRANT.and("client_id", client.clientId()), Fields.none()));
    }

    @Test
    void refusesAWrongSecretBehindABasicHeader() {
        ClientCredentials wrong = new ClientCredentials("", credential.clientId(), "wrong");

        refusals.check(wrong, "unknown_secret", realm.tokenEndpoint()::requestWithBasic);
    }

    @Test
    void forgetsARefusalWithTheNextGoodRequest() {
        refusesSecret("wrong");

        Answer admitted = realm.tokenEndpoint().request(credential);

        JsonNode event = realm.events().newestOfClient(credential.clientId());
        assertThat(admitted.status()).isEqualTo(200);
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN");
        assertThat(event.path("details").has("api_credential_refusal")).isFalse();
    }

    private void refusesSecret(String secret) {
        ClientCredentials wrong = new ClientCredentials("", credential.clientId(), secret);
        refusals.check(wrong, "unknown_secret", realm.tokenEndpoint()::request);
    }
}
