package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.ApprovingMachine;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service account with the role to approve decides, and counts, only where the settings say so. */
@KeycloakTest
final class ServiceAccountVoteIT {

    private static final String EVERYTHING = "[\"create\",\"update\",\"enable\",\"delete\",\"rotate\"]";

    private final TestRealm realm;
    private final ApprovingMachine machine;

    ServiceAccountVoteIT(KeycloakServer server) {
        realm = TestRealm.create(server, "machine-");
        machine = ApprovingMachine.in(realm);
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void itDoesNotVoteUnlessTheSettingsSaySo() {
        realm.requireApproval();
        String request = AwaitedCredential.request(AwaitedCredential.asked(realm));

        machine.approvals().approve(request).expect(403);
        machine.approvals().reject(request).expect(403);

        JsonNode seen = machine.approvals().get(request).expect(200).json();
        assertThat(seen.path("mayDecide").asBoolean()).isFalse();
        assertThat(seen.path("status").asText()).isEqualTo("open");
        assertThat(seen.path("votes")).isEmpty();
    }

    @Test
    void itVotesWhereTheSettingsSaySo() {
        realm.requireApproval(rule(1, true));
        JsonNode asked = AwaitedCredential.asked(realm);

        JsonNode decided = machine.approvals()
                .approve(AwaitedCredential.request(asked))
                .expect(200)
                .json();

        assertThat(decided.path("status").asText()).isEqualTo("approved");
        assertThat(decided.path("decidedBy").asText()).isEqualTo(machine.userId());
        AwaitedCredential.pickUp(realm, asked.path("id").asText()).expect(201);
    }

    @Test
    void itDoesNotDecideOnWhatItAskedForItself() {
        realm.requireApproval(rule(1, true));
        machine.give("manage-api-credentials");
        String request = AwaitedCredential.request(new AdminApi(machine.admin())
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(202)
                .json());

        assertThat(code(machine.approvals().approve(request).expect(403))).isEqualTo("own_request");

        assertThat(realm.approvals(Person.APPROVER)
                        .approve(request)
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("approved");
    }

    /** Beside the owner, who sets it, there are an approver and the administrator of the server. */
    @Test
    void itIsNoneOfTheApproversThatThereHaveToBe() {
        assertThat(code(require(rule(3, false)).expect(400))).isEqualTo("too_few_approvers");

        require(rule(3, true)).expect(200);
    }

    @Test
    void itsVoteIsNeededNoLessWhenItIsToBeOneOfThemNoMore() {
        realm.requireApproval(rule(3, true));

        assertThat(code(require(rule(3, false)).expect(400))).isEqualTo("too_few_approvers");

        String request = AwaitedCredential.request(AwaitedCredential.asked(realm));
        realm.approvals(Person.APPROVER).approve(request).expect(200);
        new ApprovalsApi(realm.admin()).approve(request).expect(200);
        assertThat(machine.approvals()
                        .approve(request)
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("approved");
    }

    private Answer require(String approval) {
        return realm.credentials().changeSettings("{\"approval\":" + approval + "}");
    }

    private static String rule(int approvals, boolean serviceAccounts) {
        return "{\"operations\":" + EVERYTHING + ",\"approvals\":" + approvals + ",\"serviceAccounts\":"
                + serviceAccounts + "}";
    }

    private static String code(Answer refused) {
        return refused.json().at("/errors/0/code").asText();
    }
}
