package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A vote is about a change of what was there when it was asked for: when that has changed, nobody approves it any more. */
@KeycloakTest
final class StaleRequestIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final ApprovalsApi approver;

    StaleRequestIT(KeycloakServer server) {
        realm = TestRealm.create(server, "stale-");
        credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        approver = realm.approvals(Person.APPROVER);
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void aDeletionOfWhatWasEditedSince() {
        String request = askToDelete();
        ObjectNode edited = (ObjectNode)
                realm.credentials().get(credential.id()).expect(200).json();
        realm.credentials()
                .update(credential.id(), edited.put("name", "Another name"))
                .expect(200);

        isOnlyRejected(request);
    }

    @Test
    void aDeletionOfWhatWasEditedByKeycloakSince() {
        String request = askToDelete();
        ObjectNode client = (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();
        realm.admin()
                .put("clients/" + credential.id(), client.put("name", "Another name"))
                .expect(204);

        isOnlyRejected(request);
    }

    @Test
    void settingsThatAreOthersSince() {
        realm.requireApproval("{\"operations\":[\"create\",\"update\"]}");
        String request = realm.credentials(Person.OWNER)
                .changeSettings("{\"approval\":{\"operations\":[\"create\"]}}")
                .expect(202)
                .json()
                .at("/pending/id")
                .asText();
        ObjectNode present = (ObjectNode) realm.credentials().settings().json();
        present.remove("pending");
        realm.credentials()
                .changeSettings(present.put("tokenLifespan", 600).toString())
                .expect(200);

        isOnlyRejected(request);
    }

    private String askToDelete() {
        realm.requireApproval("{\"operations\":[\"delete\"]}");
        return realm.credentials(Person.ADMINISTRATOR)
                .delete(credential.id())
                .expect(202)
                .json()
                .at("/pending/id")
                .asText();
    }

    private void isOnlyRejected(String request) {
        JsonNode read = approver.get(request).expect(200).json();
        assertThat(read.path("stale").asBoolean()).isTrue();

        Answer vote = approver.approve(request).expect(409);

        assertThat(vote.json().at("/errors/0/code").asText()).isEqualTo("stale");
        assertThat(approver.get(request).json().path("votes")).isEmpty();
        approver.reject(request).expect(200);
        realm.tokenEndpoint().request(credential).expect(200);
    }
}
