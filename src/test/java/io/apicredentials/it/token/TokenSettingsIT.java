package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** What of a realm's settings reaches the tokens of API credentials, and what does not. */
@KeycloakTest(realm = TokenSettingsIT.Settings.class)
final class TokenSettingsIT {

    private final TestRealm realm;

    TokenSettingsIT(TestRealm realm) {
        this.realm = realm;
    }

    /** Short tokens for everybody else, and two resource servers. */
    static final class Settings implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.put("accessTokenLifespan", 60)
                    .put("ssoSessionIdleTimeout", 60)
                    .put("clientSessionIdleTimeout", 60)
                    .put("clientSessionMaxLifespan", 60);
            content.withObject("/attributes").put("api.credential.audience", "api  ledger");
            content.withArray("clients").add(resourceServer("ledger")).add(resourceServer("stranger"));
        }

        private static ObjectNode resourceServer(String name) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("clientId", name)
                    .put("secret", name + "-secret")
                    .put("protocol", "openid-connect")
                    .put("publicClient", false)
                    .put("standardFlowEnabled", false);
        }
    }

    @Test
    void tokensLastOneHourWhateverTheLifespanOfOtherAccessTokens() {
        Answer answer = realm.tokenEndpoint().request(SampleCredential.WALLETS.credentials());

        JsonNode claims = answer.claims();
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(claims.path("exp").asLong()).isEqualTo(claims.path("iat").asLong() + 3600);
    }

    @Test
    void aNewCredentialGetsTokensForOneHourToo() {
        ClientCredentials created = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        Answer answer = realm.tokenEndpoint().request(created);

        assertThat(answer.expect(200).json().path("expires_in").asInt()).isEqualTo(3600);
    }

    @Test
    void tokensCanBeForSeveralResourceServers() {
        String token = token();

        assertThat(realm.offlineCheck().claims(token).getAudience()).containsExactly("api", "ledger");
        assertThat(realm.isActive(token)).isTrue();
        assertThat(introspect(token, "ledger").path("active").asBoolean()).isTrue();
    }

    @Test
    void aResourceServerOutsideTheAudienceIsToldNothing() {
        assertThat(introspect(token(), "stranger").toString()).isEqualTo("{\"active\":false}");
    }

    private String token() {
        return realm.tokenEndpoint()
                .request(SampleCredential.WALLETS.credentials())
                .accessToken();
    }

    private JsonNode introspect(String token, String resourceServer) {
        ClientCredentials caller = new ClientCredentials("", resourceServer, resourceServer + "-secret");
        return realm.tokenEndpoint().introspect(token, caller).expect(200).json();
    }
}
