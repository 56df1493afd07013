package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was asked for, judged by what there is when it is voted on. */
@KeycloakTest
final class OutdatedRequestIT {

    private static final String EVERYTHING = "[\"create\",\"update\",\"enable\",\"delete\",\"rotate\"]";

    private final TestRealm realm;
    private final AdminApi administrator;
    private final ApprovalsApi approver;

    OutdatedRequestIT(KeycloakServer server) {
        realm = TestRealm.create(server, "outdated-");
        this.administrator = realm.credentials(Person.ADMINISTRATOR);
        this.approver = realm.approvals(Person.APPROVER);
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void aPermissionThatTheSetHasNoMore() {
        realm.requireApproval();
        JsonNode asked = AwaitedCredential.asked(realm);
        ArrayNode sets = SampleSets.builtIn();
        ((ObjectNode) sets.get(0)).putArray("catalogue");
        SampleSets.grant((ObjectNode) sets.get(0), "vault", "read", "org");
        realm.credentials().replacePermissionSetsAndKeepGranted(sets).expect(200);

        Answer refused = approver.approve(request(asked)).expect(409);

        assertThat(code(refused)).startsWith("permission_");
        assertThat(approver.get(request(asked)).json().path("violations")).isNotEmpty();
        isOpenWithoutVotes(asked);
        assertThat(status(asked)).isEqualTo("creation_approval_pending");
    }

    @Test
    void anOwnerWhoIsNoUserAnyMore() {
        realm.requireApproval();
        NewUser owner = NewUser.in(realm.admin(), "leaves");
        ObjectNode wanted = CredentialRequests.of("wallets", "127.0.0.1");
        wanted.putObject("owner").put("userId", owner.id());
        JsonNode asked = administrator.create(wanted).expect(202).json();
        owner.close();

        assertThat(code(approver.approve(request(asked)).expect(409))).isEqualTo("owner_user_unknown");

        isOpenWithoutVotes(asked);
        assertThat(realm.admin()
                        .get("clients/" + id(asked))
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void aCredentialThatWasDisabledSince() {
        realm.requireApproval();
        ClientCredentials credential = AwaitedCredential.inForce(realm);
        JsonNode asked = AwaitedCredential.askForName(realm, credential.id(), "Another name")
                .expect(202)
                .json();
        realm.credentials().disable(credential.id()).expect(200);

        JsonNode request = approver.get(request(asked)).expect(200).json();
        Answer vote = approver.approve(request(asked));

        // An update does not say whether the credential is enabled, so that it is still what was seen.
        assertThat(request.path("stale").asBoolean()).isFalse();
        assertThat(vote.status()).as(vote.body()).isEqualTo(200);
        assertThat(administrator.get(credential.id()).json().path("enabled").asBoolean())
                .isFalse();
    }

    @Test
    void theVoteOfAUserWhoHasLostTheRoleDoesNotCount() {
        require(2);
        JsonNode asked = AwaitedCredential.asked(realm);
        NewUser leaving = NewUser.in(realm.admin(), "leaving");
        leaving.give("realm-management", "approve-api-credentials");
        new ApprovalsApi(realm.admin().as(leaving.login(realm.url(), "demo-cli")))
                .approve(request(asked))
                .expect(200);
        leaving.take("realm-management", "approve-api-credentials");

        JsonNode voted = approver.approve(request(asked)).expect(200).json();

        assertThat(voted.path("status").asText()).isEqualTo("open");
        assertThat(voted.path("approvals").asInt()).isEqualTo(1);
        assertThat(voted.at("/votes/0/counts").asBoolean()).isFalse();
        assertThat(realm.approvals(Person.OWNER)
                        .approve(request(asked))
                        .expect(200)
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("approved");
    }

    /** Other than by a deletion nobody would have to decide: the request goes with the credential. */
    @Test
    void theRequestOfACredentialThatIsGone() {
        realm.requireApproval("{\"operations\":[\"update\"]}");
        String id = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
        JsonNode asked = AwaitedCredential.askForName(realm, id, "Another name")
                .expect(202)
                .json();
        administrator.delete(id).expect(204);

        approver.approveAsAsked(asked).expect(404);
        assertThat(approver.open().expect(200).json()).isEmpty();
    }

    @Test
    void anApprovedRequestWhoseSecretNobodyHasPickedUpIsWithdrawnWhenItsCredentialIsDeleted() {
        realm.requireApproval("{\"operations\":[\"create\"]}");
        JsonNode asked = AwaitedCredential.asked(realm);
        approver.approve(request(asked)).expect(200);

        realm.credentials(Person.OWNER).delete(id(asked)).expect(204);

        assertThat(realm.events().ofCredential(id(asked)))
                .extracting(event -> event.at("/details/action").asText())
                .contains("withdraw");
    }

    @Test
    void moreApprovalsThanApproversAreNoSetting() {
        Answer refused =
                realm.credentials().changeSettings("{\"approval\":{\"operations\":[\"create\"],\"approvals\":3}}");

        assertThat(code(refused.expect(400))).isEqualTo("too_few_approvers");
        administrator.create(CredentialRequests.of("wallets", "127.0.0.1")).expect(201);
    }

    private void require(int approvals) {
        realm.requireApproval("{\"operations\":" + EVERYTHING + ",\"approvals\":" + approvals + "}");
    }

    private void isOpenWithoutVotes(JsonNode asked) {
        JsonNode present = approver.get(request(asked)).expect(200).json();
        assertThat(present.path("status").asText()).isEqualTo("open");
        assertThat(present.path("votes")).isEmpty();
    }

    private String status(JsonNode asked) {
        return administrator.get(id(asked)).expect(200).json().path("status").asText();
    }

    private static String request(JsonNode asked) {
        return AwaitedCredential.request(asked);
    }

    private static String id(JsonNode asked) {
        return asked.path("id").asText();
    }

    private static String code(Answer refused) {
        return refused.json().at("/errors/0/code").asText();
    }
}
