package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret in the place of something that is written down, such as by swapped arguments, is neither saved nor logged. */
@KeycloakTest
final class SecretAsClientIdIT {

    private static final String MASK = "kac_***";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final String secret;
    private final ClientCredentials swapped;
    private final LogMark log;

    SecretAsClientIdIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        secret = credential.clientSecret();
        swapped = new ClientCredentials("", /* clientId= */ secret, /* clientSecret= */ credential.clientId());
        realm.events().saveAlso("REVOKE_GRANT_ERROR", "INTROSPECT_TOKEN_ERROR", "CLIENT_LOGIN_ERROR", "LOGIN_ERROR");
        log = server.markLog();
    }

    @Test
    void inTheFormOfATokenRequest() {
        realm.tokenEndpoint().request(swapped).expect(401);

        isMasked("CLIENT_LOGIN_ERROR");
    }

    @Test
    void inTheHeaderOfATokenRequest() {
        realm.tokenEndpoint().requestWithBasic(swapped).expect(401);

        isMasked("CLIENT_LOGIN_ERROR");
    }

    @Test
    void inTheLogOfARealmThatSavesNoEvents() {
        realm.change(settings -> settings.put("eventsEnabled", false));

        realm.tokenEndpoint().request(swapped).expect(401);
        authorize(Fields.of("client_id", secret));

        assertThat(log.lines())
                .noneMatch(line -> line.contains(secret))
                .filteredOn(line -> line.contains("clientId=\"" + MASK))
                .hasSize(2);
        realm.change(settings -> settings.put("eventsEnabled", true));
    }

    @Test
    void inAnIntrospection() {
        realm.tokenEndpoint().introspect("a.b.c", swapped).expect(401);

        isMasked("INTROSPECT_TOKEN_ERROR");
    }

    @Test
    void inARevocation() {
        realm.tokenEndpoint().revoke("a.b.c", swapped).expect(401);

        isMasked("REVOKE_GRANT_ERROR");
    }

    @Test
    void asTheClientOfALogIn() {
        authorize(Fields.of("client_id", secret));

        isMasked("LOGIN_ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/?id=%s", "%s", "id %s."})
    void inARedirectUri(String template) {
        authorize(Fields.of("client_id", "demo-cli").and("redirect_uri", template.formatted(secret)));

        isMasked("LOGIN_ERROR");
    }

    @Test
    void asAUserName() {
        Fields password = Fields.of("grant_type", "password")
                .and("client_id", "demo-cli")
                .and("username", secret)
                .and("password", "any");

        realm.tokenEndpoint().request(password, Fields.none()).expect(400);

        isMasked("LOGIN_ERROR");
    }

    @Test
    void asAGrantType() {
        Answer refused = realm.tokenEndpoint()
                .request(Fields.of("grant_type", secret).and(TokenEndpoint.post(swapped)), Fields.none());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain(secret);
        assertThat(realm.admin().get("events?max=1000").body()).doesNotContain(secret);
    }

    @Test
    void inAnAdminEvent() {
        String clientId = "noted-" + swapped.clientSecret();
        realm.admin()
                .post(
                        "clients",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("clientId", clientId)
                                .put("description", "the secret is " + secret))
                .expect(201);

        String events = realm.admin().get("admin-events?max=1000").expect(200).body();
        assertThat(events).doesNotContain(secret).contains(clientId).contains("the secret is " + MASK);
        assertThat(log.lines()).noneMatch(line -> line.contains(secret));
    }

    private void authorize(Fields query) {
        Http.from(KeycloakServer.LOCALHOST)
                .get(
                        realm.url() + "/protocol/openid-connect/auth?"
                                + query.and("response_type", "code").urlEncoded(),
                        Fields.none())
                .expect(400);
    }

    /** There is an event of this type with a mask, and the secret nowhere. */
    private void isMasked(String type) {
        JsonNode events = realm.admin().get("events?max=1000").expect(200).json();
        assertThat(events.toString()).doesNotContain(secret);
        assertThat(events)
                .anyMatch(event -> event.path("type").asText().equals(type)
                        && event.toString().contains(MASK));
        assertThat(log.lines())
                .noneMatch(line -> line.contains(secret))
                .anyMatch(line -> line.contains("type=\"" + type + "\"") && line.contains(MASK));
        assertThat(server.wholeLog().lines()).noneMatch(line -> line.contains(secret));
    }
}
