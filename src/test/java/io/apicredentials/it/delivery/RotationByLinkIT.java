package io.apicredentials.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Events;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A credential in use that is given another secret by a link. */
@KeycloakTest
final class RotationByLinkIT {

    private final TestRealm realm;

    RotationByLinkIT(TestRealm realm) {
        this.realm = realm;
    }

    private ClientCredentials credential() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private void works(ClientCredentials credential) {
        realm.tokenEndpoint().request(credential).expect(200);
    }

    private AdminClient secrets(ClientCredentials credential) {
        return realm.admin(Person.OWNER).below("api-credentials/" + credential.id() + "/secrets");
    }

    @Test
    void theSecretWorksUntilThePickUpAndThenForTheOverlap() {
        ClientCredentials old = credential();
        SecretLink link = SecretLink.rotate(realm, old.id(), request -> request.put("overlap", "P1D"));
        works(old);
        assertThat(link.open().body()).contains("goes on working for some time");

        Answer page = link.confirm().expect(200);
        works(new ClientCredentials(old.id(), old.clientId(), SecretLink.secret(page)));
        works(old);
        assertThat(page.body()).contains("The previous secret works until");
        assertThat(link.read(realm).path("secrets")).hasSize(2);
        assertThat(link.read(realm).at("/secrets/1/expiresAt").asText()).isNotEmpty();
    }

    @Test
    void thePickUpIsAChangeByTheServer() {
        ClientCredentials old = credential();
        SecretLink link = SecretLink.rotate(realm, old.id(), request -> {});
        link.pickUp();

        JsonNode change = realm.credentials()
                .changes(old.id(), Fields.none())
                .expect(200)
                .json()
                .at("/changes/0");

        assertThat(change.path("action").asText()).isEqualTo("pick-up-secret");
        assertThat(change.path("reason").asText()).isEqualTo("picked_up");
        assertThat(change.has("userId")).isFalse();
        assertThat(change.path("ipAddress").asText()).isEqualTo("127.0.0.1");
        assertThat(change.path("resourcePath").asText())
                .isEqualTo("api-credentials/" + old.id() + "/secrets/"
                        + link.read(realm).at("/secrets/0/id").asText());
    }

    @Test
    void withoutAnOverlapTheSecretEndsWithThePickUp() {
        ClientCredentials old = credential();
        SecretLink link = SecretLink.rotate(realm, old.id(), request -> {});
        works(old);
        assertThat(link.open().body()).contains("stops working when you press the button");

        works(link.pickUp());
        new Refusals(realm)
                .check(old, "secret_expired", client -> realm.tokenEndpoint().request(client));
    }

    @Test
    void anOverlapThatTheRealmHasShortenedMeanwhileIsShortened() {
        ClientCredentials old = credential();
        SecretLink link = SecretLink.rotate(realm, old.id(), request -> request.put("overlap", "P7D"));
        realm.credentials()
                .changeSettings("{\"rotation\": {\"maxOverlap\": \"PT0S\"}}")
                .expect(200);
        try {
            assertThat(link.open().body()).contains("stops working when you press the button");
            works(link.pickUp());
        } finally {
            realm.credentials().changeSettings("{}").expect(200);
        }

        new Refusals(realm)
                .check(old, "secret_expired", client -> realm.tokenEndpoint().request(client));
    }

    @Test
    void theAnswerHasTheLinkAndNoSecret() {
        ClientCredentials old = credential();
        Answer answer = secrets(old)
                .post("", JsonNodeFactory.instance.objectNode().put("delivery", "link"))
                .expect(201);

        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().has("clientSecret")).isFalse();
        assertThat(answer.json().at("/delivery/open").asBoolean()).isTrue();
    }

    @Test
    void makingALinkIsAnAdminEventWithoutTheToken() {
        ClientCredentials old = credential();
        SecretLink link = SecretLink.rotate(realm, old.id(), request -> {});
        String random = link.token().substring(link.token().indexOf('.') + 1);

        JsonNode event = realm.events().ofCredential(old.id()).get(0);
        assertThat(event.path("operationType").asText()).isEqualTo("ACTION");
        assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/" + old.id() + "/secrets");
        assertThat(event.at("/details/action").asText()).isEqualTo("offer-secret");
        assertThat(Events.representation(event).at("/delivery/open").asBoolean())
                .isTrue();
        assertThat(event.toString()).doesNotContain(random);
    }

    @Test
    void noLinkIsMadeWhileTwoSecretsWork() {
        ClientCredentials credential = credential();
        secrets(credential)
                .post("", JsonNodeFactory.instance.objectNode().put("overlap", "P1D"))
                .expect(201);

        Answer refused = secrets(credential)
                .post("", JsonNodeFactory.instance.objectNode().put("delivery", "link"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("secret_limit");
    }

    @Test
    void aLostFirstSecretIsOfferedAgain() {
        SecretLink first = SecretLink.create(realm, "127.0.0.1", request -> {});
        ClientCredentials lost = first.pickUp();
        SecretLink second = SecretLink.rotate(realm, lost.id(), request -> {});

        works(second.pickUp());
        new Refusals(realm)
                .check(lost, "secret_expired", client -> realm.tokenEndpoint().request(client));
    }

    @Test
    void theFirstSecretCanBeShownInstead() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        Answer shown = secrets(link.credential())
                .post("", JsonNodeFactory.instance.objectNode())
                .expect(201);

        works(ClientCredentials.of(shown));
        assertThat(SecretLink.page(link.confirm())).isEqualTo("superseded");
        assertThat(link.read(realm).path("secrets")).hasSize(1);
    }

    /** A file can bring it: where the second secret is made by a rotation, the link ends. */
    @Test
    void withTwoSecretsNoneIsHandedOver() {
        ClientCredentials two = credential();
        secrets(two)
                .post("", JsonNodeFactory.instance.objectNode().put("overlap", "P1D"))
                .expect(201);
        JsonNode ids = realm.credentials().get(two.id()).expect(200).json().path("secrets");
        JsonNode stored = realm.admin()
                .get("clients/" + two.id())
                .expect(200)
                .json()
                .at("/attributes/api.credential.secret-hash");
        SecretLink link = BroughtIn.withLink(
                realm,
                Duration.ofMinutes(1),
                attributes -> attributes
                        .put("api.credential.secret-hash", stored.asText())
                        .put(
                                "api.credential.delivery",
                                attributes.path("api.credential.delivery").asText()
                                        + ";replaces="
                                        + ids.at("/0/id").asText()));

        for (Answer answer : List.of(link.open(), link.confirm())) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(SecretLink.page(answer)).isEqualTo("credential_not_ready");
            assertThat(realm.events()
                            .newestOfClient(link.credential().clientId())
                            .path("error")
                            .asText())
                    .isEqualTo("delivery_credential_not_ready");
        }
    }
}
