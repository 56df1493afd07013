package io.apicredentials.it.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.StopRun;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The tokens that were issued before an emergency stop, also those of credentials that somebody has disabled before. */
@KeycloakTest
final class StoppedTokensIT {

    private final TestRealm realm;
    private final AdminApi api;
    private final String team = "Team " + UUID.randomUUID().toString().substring(0, 8);
    private final String owned = "{\"owner\":\"" + team + "\"}";
    private final ClientCredentials credential;
    private final String token;

    StoppedTokensIT(TestRealm realm) {
        this.realm = realm;
        this.api = realm.credentials();
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        request.putObject("owner").put("team", team);
        this.credential = api.issue(request);
        this.token = realm.tokenEndpoint().request(credential).accessToken();
    }

    @Test
    void endWhereThatIsAskedFor() {
        StopRun run = StopRun.revoking(api, owned);

        assertThat(run.ids("stopped")).containsExactly(credential.id());
        assertThat(run.ids("tokens_revoked")).isEmpty();
        assertThat(realm.isActive(token)).isFalse();
    }

    @Test
    void endWhereTheCredentialIsDisabledAlready() {
        api.disable(credential.id()).expect(200);
        assertThat(realm.isActive(token)).isTrue();

        StopRun run = StopRun.revoking(api, owned);

        assertThat(realm.isActive(token)).isFalse();
        assertThat(run.lines().get(0).path("count").asInt()).isEqualTo(1);
        assertThat(run.ids("stopped")).isEmpty();
        assertThat(run.ids("tokens_revoked")).containsExactly(credential.id());
        assertThat(run.end().path("tokensRevoked").asInt()).isEqualTo(1);
        assertThat(run.end().path("complete").asBoolean()).isTrue();
        JsonNode change =
                api.changes(credential.id(), Fields.none()).expect(200).json().at("/changes/0");
        assertThat(change.path("reason").asText()).isEqualTo("emergency_stop");
        JsonNode disabled = api.get(credential.id()).expect(200).json();
        assertThat(StopRun.revoking(api, owned).lines()).hasSize(2);
        assertThat(api.get(credential.id()).expect(200).json()).isEqualTo(disabled);
    }

    @Test
    void goOnWhereTheyAreToBeLeft() {
        api.disable(credential.id()).expect(200);
        JsonNode disabled = api.get(credential.id()).expect(200).json();

        StopRun run = StopRun.of(api, owned);

        assertThat(run.lines()).hasSize(2);
        assertThat(api.get(credential.id()).expect(200).json()).isEqualTo(disabled);
        assertThat(realm.isActive(token)).isTrue();
    }

    @Test
    void areInTheDryRun() {
        api.disable(credential.id()).expect(200);

        JsonNode preview = api.emergencyStop("{\"filter\":" + owned + ",\"revokeTokens\":true,\"dryRun\":true}")
                .expect(200)
                .json();

        assertThat(preview.path("count").asInt()).isZero();
        assertThat(preview.path("tokensRevoked").asInt()).isEqualTo(1);
        assertThat(preview.at("/credentials/0/id").asText()).isEqualTo(credential.id());
        assertThat(preview.at("/credentials/0/tokensRevoked").asBoolean()).isTrue();
        assertThat(realm.isActive(token)).isTrue();
    }
}
