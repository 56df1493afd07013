package io.apicredentials.it.token;

import static io.apicredentials.it.token.ScopedRequests.GRANTED;
import static io.apicredentials.it.token.ScopedRequests.credential;
import static io.apicredentials.it.token.ScopedRequests.introspected;
import static io.apicredentials.it.token.ScopedRequests.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Claims;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions as scopes of OAuth 2.0 (RFC 6749 3.3): in tokens, and asked for. */
@KeycloakTest
final class ScopeIT {

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

    private String eventScope(ClientCredentials credential) {
        return Optional.of(realm.events().newestOfClient(credential.clientId()))
                .filter(event -> event.path("type").asText().equals("CLIENT_LOGIN"))
                .orElseThrow()
                .at("/details/scope")
                .asText();
    }
}
