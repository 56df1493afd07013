package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.StopRun;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An emergency stop waits for nobody, and nothing that was asked for before it brings back what it has stopped. */
@KeycloakTest
final class StopAndApprovalIT {

    private static final String ALL = "{\"all\":true}";

    private final TestRealm realm;
    private final AdminApi administrator;
    private final ApprovalsApi approver;
    private final ClientCredentials existing;

    StopAndApprovalIT(KeycloakServer server) {
        realm = TestRealm.create(server, "stop-");
        administrator = realm.credentials(Person.ADMINISTRATOR);
        approver = realm.approvals(Person.APPROVER);
        existing = administrator.issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.requireApproval();
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void doesNotWait() {
        assertThat(StopRun.of(administrator, ALL).ids("stopped")).contains(existing.id());

        realm.tokenEndpoint().request(existing).expect(401);
    }

    @Test
    void aRequestToEnableIsWithdrawn() {
        administrator.disable(existing.id()).expect(200);
        JsonNode asked = administrator.enable(existing.id()).expect(202).json();

        StopRun run = StopRun.of(administrator, ALL);

        assertThat(run.ids("withdrawn")).containsExactly(existing.id());
        assertThat(run.ids("stopped")).doesNotContain(existing.id());
        assertThat(run.end().path("withdrawn").asInt()).isEqualTo(1);
        sayWhy(existing.id(), "withdraw", "A secret was published");
        cannotBeApproved(pending(asked));
        assertThat(status()).isEqualTo("disabled");
        realm.tokenEndpoint().request(existing).expect(401);
    }

    @Test
    void aRequestToCreateIsWithdrawn() {
        JsonNode asked = administrator
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(202)
                .json();
        String id = asked.path("id").asText();

        assertThat(StopRun.of(administrator, ALL).ids("withdrawn")).containsExactly(id);

        sayWhy(id, "withdraw", "A secret was published");

        cannotBeApproved(pending(asked));
        assertThat(administrator.get(id).json().path("status").asText()).isEqualTo("rejected");
    }

    @Test
    void aRequestForAnotherChangeStaysOpenAndEnablesNothing() {
        ObjectNode wider = (ObjectNode) administrator.get(existing.id()).json();
        JsonNode asked = administrator
                .update(existing.id(), wider.put("name", "Another name"))
                .expect(202)
                .json();

        assertThat(StopRun.of(administrator, ALL).ids("withdrawn")).isEmpty();
        approver.approve(pending(asked)).expect(200);

        assertThat(status()).isEqualTo("disabled");
        realm.tokenEndpoint().request(existing).expect(401);
    }

    @Test
    void anApprovedCreationThatIsPickedUpAfterwardsCannotBeUsed() {
        JsonNode asked = administrator
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(202)
                .json();
        approver.approve(pending(asked)).expect(200);

        StopRun.of(administrator, ALL);

        ClientCredentials made = ClientCredentials.of(realm.admin(Person.ADMINISTRATOR)
                .below("api-credentials")
                .post(asked.path("id").asText() + "/secrets", "{}"));
        realm.tokenEndpoint().request(made).expect(401);
        assertThat(realm.events().refusalOf(made.clientId())).isEqualTo("disabled");
    }

    @Test
    void aRequestThatADeletionWithdrawsIsWithdrawnForTheSameReason() {
        String id = administrator
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(202)
                .json()
                .path("id")
                .asText();

        realm.admin(Person.ADMINISTRATOR)
                .delete("api-credentials/" + id + "?reason=Asked+for+by+mistake")
                .expect(204);

        sayWhy(id, "withdraw", "Asked for by mistake");
        sayWhy(id, "delete", "Asked for by mistake");
    }

    @Test
    void aDryRunSaysWhichRequestsWouldBeWithdrawn() {
        administrator.disable(existing.id()).expect(200);
        JsonNode asked = administrator.enable(existing.id()).expect(202).json();

        JsonNode preview = administrator
                .emergencyStop("{\"filter\":{\"ids\":[\"" + existing.id() + "\"]},\"dryRun\":true}")
                .expect(200)
                .json();

        assertThat(preview.path("count").asInt()).isZero();
        assertThat(preview.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(preview.at("/credentials/0/withdraws").asText()).isEqualTo(pending(asked));
        approver.approve(pending(asked)).expect(200);
        realm.tokenEndpoint().request(existing).expect(200);
    }

    private void cannotBeApproved(String request) {
        assertThat(approver.get(request).expect(200).json().path("status").asText())
                .isEqualTo("withdrawn");
        Answer vote = approver.approve(request).expect(409);
        assertThat(vote.json().at("/errors/0/code").asText()).isEqualTo("request_decided");
    }

    private void sayWhy(String id, String operation, String reason) {
        assertThat(AuditRecords.of(realm).list(Fields.of("credential", id).and("operation", operation)))
                .singleElement()
                .extracting(record -> record.path("event.reason").asText())
                .isEqualTo(reason);
    }

    private String status() {
        return administrator
                .get(existing.id())
                .expect(200)
                .json()
                .path("status")
                .asText();
    }

    private static String pending(JsonNode credential) {
        return credential.at("/pending/id").asText();
    }
}
