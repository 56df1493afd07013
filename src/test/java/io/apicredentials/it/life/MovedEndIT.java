package io.apicredentials.it.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The end of a credential that is moved to an earlier instant ends the tokens too that were issued before. */
@KeycloakTest
final class MovedEndIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final String token;

    MovedEndIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1")
                        .put("expiresAt", Instant.now().plusSeconds(7200).toString()));
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", "openid");
        this.token = realm.tokenEndpoint()
                .request(form.and(TokenEndpoint.post(credential)), Fields.none())
                .accessToken();
    }

    @Test
    void introspectionAndUserInfoTellNothingFromThenOn() {
        assertThat(userInfo().status()).isEqualTo(200);

        expire();

        assertThat(realm.isActive(token)).isFalse();
        Answer refused = userInfo();
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("error=\"invalid_token\"", "error_description=\"The API credential has expired\""));
    }

    @Test
    void disablingAnExpiredCredentialBringsNoTokenBack() {
        expire();

        realm.credentials().disable(credential.id()).expect(200);

        assertThat(realm.isActive(token)).isFalse();
        assertThat(realm.credentials()
                        .get(credential.id())
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("disabled");
    }

    @Test
    void deletingAnExpiredCredentialBringsNoTokenBack() {
        expire();

        realm.credentials().delete(credential.id()).expect(204);

        assertThat(realm.isActive(token)).isFalse();
    }

    /** Moves the end to some seconds from now, which any machine meets, and waits for it. */
    private void expire() {
        Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        ObjectNode request = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        realm.credentials()
                .update(credential.id(), request.put("expiresAt", soon.toString()))
                .expect(200);
        while (!realm.credentials()
                .get(credential.id())
                .json()
                .path("status")
                .asText()
                .equals("expired")) {
            assertThat(Instant.now()).isBefore(soon.plusSeconds(300));
        }
    }

    private Answer userInfo() {
        return Http.from(KeycloakServer.LOCALHOST)
                .get(realm.url() + "/protocol/openid-connect/userinfo", Fields.bearer(token));
    }
}
