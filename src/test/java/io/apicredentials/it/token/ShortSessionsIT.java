package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** A realm whose sessions end in less than an hour makes tokens end with them, and says so to administrators. */
@KeycloakTest(realm = ShortSessionsIT.ShortSessions.class)
final class ShortSessionsIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    ShortSessionsIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    static final class ShortSessions implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.put("ssoSessionMaxLifespan", 1800);
        }
    }

    @Test
    void theAnswersWarn() {
        JsonNode created = realm.credentials()
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(201)
                .json();
        JsonNode read =
                realm.credentials().get(created.path("id").asText()).expect(200).json();

        assertThat(created.path("warnings")).hasSize(1);
        assertThat(created.at("/warnings/0").asText())
                .contains("1800")
                .contains("3600")
                .contains("SSO Session Max");
        assertThat(read.path("warnings")).isEqualTo(created.path("warnings"));
    }

    @Test
    void theLogWarns() {
        LogMark log = server.markLog();

        realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        assertThat(log.lines())
                .anyMatch(line ->
                        line.contains(" WARN ") && line.contains(realm.name()) && line.contains("SSO Session Max"));
    }

    @Test
    void tokensEndAsTheWarningSays() {
        Answer answer = realm.tokenEndpoint().request(SampleCredential.WALLETS.credentials());

        JsonNode claims = answer.claims();
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(1800);
        assertThat(claims.path("exp").asLong()).isEqualTo(claims.path("iat").asLong() + 1800);
    }
}
