package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/** Checks that a refusal tells its reason to the event log and nothing to the caller. */
public final class Refusals {

    private static final String UNKNOWN = "apicred-00000000-0000-0000-0000-000000000000";

    private final TestRealm realm;

    public Refusals(TestRealm realm) {
        this.realm = realm;
    }

    /**
     * Uses a credential and, in the same way, a client that does not exist: both must get the same answer, byte for byte,
     * and the new event of the credential must have the reason.
     *
     * @param reason the value of the detail {@code api_credential_refusal}
     */
    public void check(ClientCredentials credential, String reason, Function<ClientCredentials, Answer> use) {
        int before = realm.events().ofClient(credential.clientId()).size();
        Answer unknown = use.apply(new ClientCredentials("", UNKNOWN, credential.clientSecret()));
        Answer refused = use.apply(credential);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body())
                .isEqualTo("{\"error\":\"invalid_client\","
                        + "\"error_description\":\"Invalid client or Invalid client credentials\"}");
        assertThat(refused).isEqualTo(unknown);
        assertThat(refused.header("WWW-Authenticate")).isEmpty();

        List<JsonNode> events = realm.events().ofClient(credential.clientId());
        assertThat(events).hasSize(before + 1);
        JsonNode event = events.get(0);
        assertThat(event.path("type").asText()).endsWith("_ERROR");
        assertThat(event.at("/details/api_credential_refusal").asText()).isEqualTo(reason);
    }
}
