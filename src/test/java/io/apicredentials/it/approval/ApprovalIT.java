package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where everything waits for approval, nobody creates, changes, enables, rotates or deletes a credential alone. */
@KeycloakTest
final class ApprovalIT {

    private final TestRealm realm;
    private final AdminApi administrator;
    private final ApprovalsApi approver;
    private final ClientCredentials existing;

    ApprovalIT(KeycloakServer server) {
        realm = TestRealm.create(server, "approval-");
        this.administrator = realm.credentials(Person.ADMINISTRATOR);
        this.approver = realm.approvals(Person.APPROVER);
        this.existing = administrator.issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.requireApproval();
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void aCreationIsThereWithoutASecretUntilItIsApproved() {
        JsonNode asked = administrator.create(wanted()).expect(202).json();

        assertThat(asked.has("clientSecret")).isFalse();
        assertThat(asked.path("status").asText()).isEqualTo("creation_approval_pending");
        assertThat(asked.path("enabled").asBoolean()).isFalse();
        assertThat(asked.path("refusal").asText()).isEqualTo("not_approved");
        assertThat(asked.at("/pending/proposed/permissionSet").asText()).isEqualTo("wallets");
        administrator.rotate(id(asked), "PT0S").expect(409);
        administrator.enable(id(asked)).expect(409);
    }

    @Test
    void aCreationIsRecordedBeforeTheRequestToApproveIt() {
        JsonNode asked = administrator
                .create(wanted().put("reason", "For the new shop"))
                .expect(202)
                .json();

        AuditRecords records = AuditRecords.of(realm);
        assertThat(records.operations(id(asked))).containsExactly("create", "request");
        JsonNode created = records.of(id(asked)).get(1);
        JsonNode requested = records.of(id(asked)).get(0);
        assertThat(created.has("api_credential.before")).isFalse();
        assertThat(created.at("/api_credential.after/allowedIps/0").asText()).isEqualTo("127.0.0.1");
        assertThat(created.path("event.reason").asText()).isEqualTo("For the new shop");
        assertThat(requested.path("api_credential.before")).isEqualTo(created.path("api_credential.after"));
        assertThat(requested.at("/api_credential.after/request/operation").asText())
                .isEqualTo("create");
    }

    @Test
    void anApprovedCreationIsPickedUpByItsRequesterOnce() {
        JsonNode asked = administrator.create(wanted()).expect(202).json();
        JsonNode decided = approver.approve(pending(asked)).expect(200).json();

        assertThat(decided.path("status").asText()).isEqualTo("approved");
        assertThat(status(id(asked))).isEqualTo("creation_approval_complete");
        assertThat(code(realm.credentials().rotate(id(asked), "PT0S").expect(403)))
                .isEqualTo("not_requester");
        ClientCredentials made = ClientCredentials.of(pickUp(id(asked)).expect(201));
        realm.tokenEndpoint().request(made).expect(200);
        assertThat(status(id(asked))).isEqualTo("enabled");
        assertThat(pickUp(id(asked)).expect(202).json().at("/pending/operation").asText())
                .isEqualTo("rotate");
    }

    /** Whoever may edit users can give them; none is left when the credential comes into force. */
    @Test
    void rolesThatAnUnapprovedCreationWasGivenAreGoneOnceItIsApproved() {
        JsonNode asked = administrator.create(wanted()).expect(202).json();
        AdminClient account = realm.admin()
                .below("users/"
                        + realm.admin()
                                .get("clients/" + id(asked) + "/service-account-user")
                                .expect(200)
                                .json()
                                .path("id")
                                .asText()
                        + "/role-mappings");
        realm.admin().post("roles", "{\"name\":\"teller\"}").expect(201);
        account.post(
                        "realm",
                        "[" + realm.admin().get("roles/teller").expect(200).body() + "]")
                .expect(204);
        assertThat(account.get("realm").body()).contains("teller");

        approver.approve(pending(asked)).expect(200);

        assertThat(account.get("realm").body()).doesNotContain("teller");
    }

    @Test
    void aRejectedCreationNeverComesIntoForce() {
        JsonNode asked = administrator.create(wanted()).expect(202).json();
        approver.reject(pending(asked)).expect(200);
        realm.approvals(Person.OWNER).reject(pending(asked)).expect(200);
        assertThat(status(id(asked))).isEqualTo("creation_approval_pending");
        new ApprovalsApi(realm.admin()).reject(pending(asked)).expect(200);

        assertThat(approver.get(pending(asked)).json().path("status").asText()).isEqualTo("rejected");
        assertThat(status(id(asked))).isEqualTo("rejected");
        assertThat(code(pickUp(id(asked)).expect(409))).isEqualTo("not_approved");
        administrator.delete(id(asked)).expect(204);
    }

    @Test
    void anUpdateIsMadeWhenItIsApprovedAndNotBefore() {
        ObjectNode wider = (ObjectNode) administrator.get(existing.id()).json();
        wider.put("name", "Treasury, wider");
        JsonNode asked = administrator.update(existing.id(), wider).expect(202).json();

        assertThat(asked.path("name").asText()).isNotEqualTo("Treasury, wider");
        assertThat(asked.path("status").asText()).isEqualTo("modification_approval_pending");
        realm.tokenEndpoint().request(existing).expect(200);
        JsonNode request = approver.get(pending(asked)).expect(200).json();
        assertThat(request.at("/difference/fields/0/after").asText()).isEqualTo("Treasury, wider");
        approver.approve(pending(asked)).expect(200);
        assertThat(administrator.get(existing.id()).json().path("name").asText())
                .isEqualTo("Treasury, wider");
    }

    @Test
    void enablingWaitsAndDisablingNever() {
        administrator.disable(existing.id()).expect(200);
        JsonNode asked = administrator.enable(existing.id()).expect(202).json();

        realm.tokenEndpoint().request(existing).expect(401);
        approver.approve(pending(asked)).expect(200);
        realm.tokenEndpoint().request(existing).expect(200);
    }

    @Test
    void aDeletionIsDoneWhenItIsApproved() {
        JsonNode asked = administrator.delete(existing.id()).expect(202).json();

        realm.tokenEndpoint().request(existing).expect(200);
        approver.approve(pending(asked)).expect(200);
        administrator.get(existing.id()).expect(404);
        realm.tokenEndpoint().request(existing).expect(401);
    }

    @Test
    void anApprovedRotationIsPickedUpAndHasTheOverlapThatWasApproved() {
        JsonNode asked = administrator.rotate(existing.id(), "PT1H").expect(202).json();
        approver.approve(pending(asked)).expect(200);

        ClientCredentials rotated = ClientCredentials.of(pickUp(existing.id()).expect(201));
        realm.tokenEndpoint().request(existing).expect(200);
        realm.tokenEndpoint().request(rotated).expect(200);
    }

    @Test
    void nobodyDecidesOnWhatHeAskedForAndNobodyWithoutTheRole() {
        JsonNode asked = realm.credentials().create(wanted()).expect(202).json();

        assertThat(code(realm.approvals(Person.OWNER).approve(pending(asked)).expect(403)))
                .isEqualTo("own_request");
        realm.approvals(Person.ADMINISTRATOR).approve(pending(asked)).expect(403);
        realm.approvals(Person.AUDITOR).approve(pending(asked)).expect(403);
    }

    @Test
    void theSettingOfApprovalWaitsItself() {
        realm.credentials().changeSettings("{}").expect(202);

        administrator.create(wanted()).expect(202);
        JsonNode open = approver.open().expect(200).json().get(0);
        assertThat(open.path("operation").asText()).isEqualTo("settings");
        approver.approve(open.path("id").asText()).expect(200);
        administrator.create(wanted()).expect(201);
    }

    private Answer pickUp(String id) {
        return realm.admin(Person.ADMINISTRATOR).below("api-credentials").post(id + "/secrets", "{}");
    }

    private String status(String id) {
        return administrator.get(id).expect(200).json().path("status").asText();
    }

    private static String code(Answer refused) {
        return refused.json().at("/errors/0/code").asText();
    }

    private static String id(JsonNode credential) {
        return credential.path("id").asText();
    }

    private static String pending(JsonNode credential) {
        return credential.at("/pending/id").asText();
    }

    private static ObjectNode wanted() {
        return CredentialRequests.of("wallets", "127.0.0.1");
    }
}
