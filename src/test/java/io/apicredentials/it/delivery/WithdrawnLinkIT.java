package io.apicredentials.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Events;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator takes a link back that was sent to the wrong person, say. */
@KeycloakTest
final class WithdrawnLinkIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    WithdrawnLinkIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    private ClientCredentials credential() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private SecretLink withdrawn(SecretLink link) {
        realm.credentials().withdrawLink(link.credential().id()).expect(204);
        return link;
    }

    /** As one that was replaced by another. */
    private void isUnknown(SecretLink link) {
        for (Answer answer : List.of(link.open(), link.confirm())) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(SecretLink.page(answer)).isEqualTo("unknown");
            assertThat(realm.events()
                            .newestOfClient(link.credential().clientId())
                            .path("error")
                            .asText())
                    .isEqualTo("delivery_unknown");
        }
    }

    @Test
    void aWithdrawnLinkIsNotKnownAnyMoreAndTheSecretGoesOnWorking() {
        ClientCredentials old = credential();
        SecretLink link = withdrawn(SecretLink.rotate(realm, old.id(), request -> {}));

        isUnknown(link);
        assertThat(link.read(realm).has("delivery")).isFalse();
        realm.tokenEndpoint().request(old).expect(200);
        SecretLink next = SecretLink.rotate(realm, old.id(), request -> {});
        realm.tokenEndpoint().request(next.pickUp()).expect(200);
    }

    @Test
    void theFirstSecretIsStillToBeMade() {
        SecretLink link = withdrawn(SecretLink.create(realm, "127.0.0.1", request -> {}));

        isUnknown(link);
        JsonNode credential = link.read(realm);
        assertThat(credential.path("refusal").asText()).isEqualTo("no_secret");
        assertThat(credential.at("/delivery/open").asBoolean(true)).isFalse();
        SecretLink next = SecretLink.rotate(realm, link.credential().id(), request -> {});
        realm.tokenEndpoint().request(next.pickUp()).expect(200);
        isUnknown(link);
    }

    @Test
    void theFirstSecretCanBeShownAfterwards() {
        SecretLink link = withdrawn(SecretLink.create(realm, "127.0.0.1", request -> {}));

        ClientCredentials shown = ClientCredentials.of(
                realm.credentials().rotate(link.credential().id(), "PT0S"));

        realm.tokenEndpoint().request(shown).expect(200);
    }

    @Test
    void itIsAnAdminEventAndAChange() {
        ClientCredentials old = credential();
        withdrawn(SecretLink.rotate(realm, old.id(), request -> {}));

        JsonNode event = realm.events().ofCredential(old.id()).get(0);
        assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
        assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/" + old.id() + "/secrets");
        assertThat(event.at("/details/action").asText()).isEqualTo("withdraw-link");
        assertThat(Events.representation(event).has("delivery")).isFalse();
        assertThat(realm.credentials()
                        .changes(old.id(), Fields.none())
                        .expect(200)
                        .json()
                        .at("/changes/0/action")
                        .asText())
                .isEqualTo("withdraw-link");
    }

    @Test
    void whereNoLinkIsOpenThereIsNothingToWithdraw() {
        ClientCredentials never = credential();
        isNotThere(never.id());

        SecretLink used = SecretLink.create(realm, "127.0.0.1", request -> {});
        used.pickUp();
        isNotThere(used.credential().id());
        assertThat(SecretLink.page(used.open())).isEqualTo("reused");

        SecretLink superseded = SecretLink.rotate(realm, never.id(), request -> {});
        realm.credentials().rotate(never.id(), "PT0S").expect(201);
        isNotThere(never.id());
        assertThat(SecretLink.page(superseded.open())).isEqualTo("superseded");

        SecretLink withdrawn = withdrawn(SecretLink.create(realm, "127.0.0.1", request -> {}));
        isNotThere(withdrawn.credential().id());
    }

    private void isNotThere(String id) {
        int before = realm.events().ofCredential(id).size();

        Answer refused = realm.credentials().withdrawLink(id);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("no_open_link");
        assertThat(realm.events().ofCredential(id)).hasSize(before);
    }

    @Test
    void aDisabledCredentialLosesItsLinkToo() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        realm.credentials().disable(link.credential().id()).expect(200);
        withdrawn(link);

        realm.credentials().enable(link.credential().id()).expect(200);

        isUnknown(link);
    }

    @Test
    void somebodyWhoMayOnlyLookWithdrawsNothing() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});

        assertThat(realm.credentials(Person.AUDITOR)
                        .withdrawLink(link.credential().id())
                        .status())
                .isEqualTo(403);
        link.pickUp();
    }

    /** It gives nothing to anybody. */
    @Test
    void itNeedsNoApprovalAndWaitsForNoRequest() {
        try (TestRealm waiting = TestRealm.create(server, "withdrawn-")) {
            waiting.requireApproval();
            String id = AwaitedCredential.inForce(waiting).id();
            AdminApi administrator = waiting.credentials(Person.ADMINISTRATOR);
            JsonNode link = JsonNodeFactory.instance.objectNode().put("delivery", "link");
            JsonNode asked = waiting.admin(Person.ADMINISTRATOR)
                    .below("api-credentials")
                    .post(id + "/secrets", link)
                    .expect(202)
                    .json();
            waiting.approvals(Person.APPROVER)
                    .approve(AwaitedCredential.request(asked))
                    .expect(200);
            SecretLink offered = SecretLink.of(AwaitedCredential.pickUp(waiting, id));
            AwaitedCredential.askForName(waiting, id, "Another name").expect(202);

            administrator.withdrawLink(id).expect(204);

            assertThat(SecretLink.page(offered.open())).isEqualTo("unknown");
            assertThat(administrator
                            .get(id)
                            .expect(200)
                            .json()
                            .at("/pending/operation")
                            .asText())
                    .isEqualTo("update");
        }
    }
}
