package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Events;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where enabling waits and updates do not, an update may come between what a voter has seen and the vote. */
@KeycloakTest
final class EnablingRaceIT {

    private static final String ADDED = "10.0.0.0/8";

    private final TestRealm realm;

    @AutoClose
    private final RequestPairs pairs = new RequestPairs();

    EnablingRaceIT(TestRealm realm) {
        this.realm = realm;
        realm.requireApproval("{\"operations\":[\"enable\"]}");
    }

    @Test
    void whatIsEnabledIsWhatWasSeen() {
        ObjectNode wider = CredentialRequests.of("wallets", "127.0.0.1", ADDED);
        wider.remove("permissionSet");
        CredentialRequests.grant(wider, "balances", "read", "org");
        for (long delay : RequestPairs.delays(20)) {
            String id = realm.credentials()
                    .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                    .id();
            realm.credentials().disable(id).expect(200);
            JsonNode asked = realm.credentials(Person.ADMINISTRATOR)
                    .enable(id)
                    .expect(202)
                    .json();

            Pair answers = pairs.send(
                    () -> realm.approvals(Person.APPROVER).approveAsAsked(asked),
                    () -> realm.credentials().update(id, wider),
                    delay);

            String as = answers + " " + delay;
            boolean isApproved = answers.first().status() == 200;
            assertThat(answers.second().status()).as(as).isEqualTo(200);
            if (!isApproved) {
                assertThat(answers.first().status()).as(as).isEqualTo(409);
                assertThat(answers.first().json().at("/errors/0/code").asText())
                        .as(as)
                        .isEqualTo("stale");
            }
            JsonNode after = realm.credentials().get(id).expect(200).json();
            assertThat(after.path("enabled").asBoolean()).as(as).isEqualTo(isApproved);
            assertThat(enabled(id))
                    .as(as)
                    .hasSize(isApproved ? 1 : 0)
                    .allSatisfy(state ->
                            assertThat(state.path("allowedIps").toString()).doesNotContain(ADDED));
        }
    }

    /** What it was each time that it was enabled. */
    private List<JsonNode> enabled(String id) {
        return realm.events().ofCredential(id).stream()
                .filter(event -> event.at("/details/action").asText().equals("enable"))
                .map(Events::representation)
                .toList();
    }
}
