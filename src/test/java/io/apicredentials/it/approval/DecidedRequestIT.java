package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes after a request was decided: its secret, its events, and its credential elsewhere. */
@KeycloakTest
final class DecidedRequestIT {

    private final TestRealm realm;
    private final AdminApi administrator;

    DecidedRequestIT(TestRealm realm) {
        this.realm = realm;
        this.administrator = realm.credentials(Person.ADMINISTRATOR);
        realm.requireApproval();
    }

    @Test
    void aLinkIsMadeForTheRequesterWhereTheRequestSaysSo() {
        ObjectNode wanted = CredentialRequests.of("wallets", "127.0.0.1").put("delivery", "link");
        JsonNode asked = administrator.create(wanted).expect(202).json();
        assertThat(asked.has("link")).isFalse();
        realm.approvals(Person.APPROVER)
                .approve(AwaitedCredential.request(asked))
                .expect(200);

        JsonNode pickedUp = AwaitedCredential.pickUp(realm, asked.path("id").asText())
                .expect(201)
                .json();

        assertThat(pickedUp.path("link").asText()).contains("/api-credential-delivery/");
        assertThat(pickedUp.has("clientSecret")).isFalse();
        assertThat(events(asked))
                .filteredOn(event -> event.at("/details/action").asText().equals("offer-secret"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.at("/details/request").asText()).isEqualTo(AwaitedCredential.request(asked));
                    assertThat(event.at("/details/digest").asText())
                            .isEqualTo(asked.at("/pending/digest").asText());
                });
    }

    @Test
    void anApprovedSecretThatNobodyPicksUpIsDiscardedByAnotherManager() {
        JsonNode asked = AwaitedCredential.asked(realm);
        String request = AwaitedCredential.request(asked);
        realm.approvals(Person.APPROVER).approve(request).expect(200);

        realm.approvals(Person.APPROVER).withdraw(request).expect(403);
        realm.approvals(Person.OWNER).withdraw(request).expect(204);

        Answer refused = AwaitedCredential.pickUp(realm, asked.path("id").asText());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("not_approved");
    }

    @Test
    void eachEventNamesTheRequestAndWhatIsApproved() {
        JsonNode asked = AwaitedCredential.asked(realm);
        String id = asked.path("id").asText();
        String request = AwaitedCredential.request(asked);
        realm.approvals(Person.APPROVER).approve(request).expect(200);
        ClientCredentials made = ClientCredentials.of(AwaitedCredential.pickUp(realm, id));

        List<JsonNode> events = events(asked);

        List<JsonNode> ofRequest =
                events.stream().filter(event -> event.has("details")).toList();
        assertThat(ofRequest)
                .extracting(event -> event.at("/details/action").asText())
                .contains("request", "approve", "enable", "rotate");
        assertThat(ofRequest)
                .extracting(event -> event.at("/details/request").asText())
                .containsOnly(request);
        assertThat(ofRequest)
                .extracting(event -> event.at("/details/digest").asText())
                .containsOnly(asked.at("/pending/digest").asText());
        assertThat(events.toString()).doesNotContain(made.clientSecret());
    }

    /** The next request takes the place of this one, and a deletion takes the credential. */
    @Test
    void theEventOfAVoteHasItsReason() {
        JsonNode asked = AwaitedCredential.asked(realm);
        realm.approvals(Person.APPROVER)
                .approve(AwaitedCredential.request(asked))
                .expect(200);

        assertThat(events(asked))
                .filteredOn(event -> event.at("/details/action").asText().equals("approve"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.at("/details/given_reason").asText()).isEqualTo("As discussed in the meeting");
                    assertThat(event.at("/details/required").asText()).isEqualTo("1");
                });
    }

    @Test
    void anOpenRequestIsWithdrawnWhenItsCredentialIsDeleted() {
        JsonNode asked = AwaitedCredential.asked(realm);

        realm.credentials(Person.OWNER).delete(asked.path("id").asText()).expect(204);

        assertThat(events(asked))
                .extracting(event -> event.at("/details/action").asText())
                .contains("withdraw");
    }

    private List<JsonNode> events(JsonNode asked) {
        String path = "api-credentials/" + asked.path("id").asText();
        return realm.events().ofAdmins("API_CREDENTIAL").stream()
                .filter(event -> event.path("resourcePath").asText().startsWith(path))
                .toList();
    }

    /** Somebody pastes it to show which one is meant. */
    @Test
    void aSecretInAReasonIsMasked() {
        ClientCredentials existing = AwaitedCredential.inForce(realm);
        String reason = "Replace " + existing.clientSecret();

        JsonNode asked = realm.admin(Person.ADMINISTRATOR)
                .below("api-credentials")
                .post(
                        existing.id() + "/secrets",
                        JsonNodeFactory.instance.objectNode().put("reason", reason))
                .expect(202)
                .json();

        assertThat(asked.at("/pending/reason").asText()).startsWith("Replace ");
        assertThat(asked.toString()).doesNotContain(existing.clientSecret());
    }

    /** The file leaves out the id of the client, as those do that are maintained by hand: it gets another one. */
    @Test
    void aCredentialGoesOnWorkingWhenAFileReplacesIt() {
        ClientCredentials existing = AwaitedCredential.inForce(realm);
        ObjectNode client = (ObjectNode)
                realm.admin().get("clients/" + existing.id()).expect(200).json();
        client.remove("id");
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "OVERWRITE");
        file.putArray("clients").add(client);

        realm.admin().post("partialImport", file).expect(200);

        String id = realm.admin().firstId("clients?clientId=" + existing.clientId());
        assertThat(id).isNotEqualTo(existing.id());
        assertThat(administrator.get(id).expect(200).json().path("status").asText())
                .isEqualTo("enabled");
        realm.tokenEndpoint().request(existing).expect(200);
    }
}
