package io.apicredentials.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for a link, and what may be sent back or edited of it. */
@KeycloakTest
final class DeliveryRequestIT {

    private final TestRealm realm;

    DeliveryRequestIT(TestRealm realm) {
        this.realm = realm;
    }

    private static ObjectNode creation() {
        return CredentialRequests.of("wallets", "127.0.0.1");
    }

    private Answer rotate(String id, ObjectNode request) {
        return realm.admin(Person.OWNER).below("api-credentials").post(id + "/secrets", request);
    }

    private static void isRefused(Answer answer, String field, String code) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo(code);
        assertThat(answer.json().path("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "{\"delivery\":\"mail\"}, delivery, delivery_unknown",
        "{\"delivery\":\"LINK\"}, delivery, delivery_unknown",
        "{\"delivery\":{}}, delivery, not_text",
        "{\"validFor\":\"PT1H\"}, validFor, delivery_missing",
        "{\"addressBound\":true}, addressBound, delivery_missing"
    })
    void aWishThatCannotBeIsRefused(String fields, String field, String code) {
        String id = realm.credentials().issue(creation()).id();
        ObjectNode wish = (ObjectNode) Answer.parse(fields);
        ObjectNode create = creation();
        create.setAll(wish);

        isRefused(realm.credentials().create(create), field, code);
        isRefused(rotate(id, wish), field, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P31D", "-PT1H", "P1.5D", "P1W", "PT4M", "PT0S", "tomorrow", ""})
    void aTimeThatCannotBeIsRefused(String validFor) {
        isRefused(
                realm.credentials().create(creation().put("delivery", "link").put("validFor", validFor)),
                "validFor",
                "link_validity");
    }

    @Test
    void somethingElseThanYesOrNoIsRefused() {
        isRefused(
                realm.credentials().create(creation().put("delivery", "link").put("addressBound", "yes")),
                "addressBound",
                "not_boolean");
    }

    @Test
    void theTimeThatIsAskedForIsGiven() {
        Instant before = Instant.now();
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> request.put("validFor", "P7D"));

        assertThat(Instant.parse(link.read(realm).at("/delivery/expiresAt").asText()))
                .isBetween(
                        before.plus(Duration.ofDays(7)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(7)));
    }

    @Test
    void nullsAskForNothing() {
        ObjectNode request = creation();
        request.putNull("delivery").putNull("validFor").putNull("addressBound");

        assertThat(realm.credentials().create(request).expect(201).json().has("clientSecret"))
                .isTrue();
    }

    @Test
    void anAuditorMayNotAskForALink() {
        String id = realm.credentials().issue(creation()).id();
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("delivery", "link");

        realm.credentials(Person.AUDITOR)
                .create(creation().put("delivery", "link"))
                .expect(403);
        realm.admin(Person.AUDITOR)
                .below("api-credentials")
                .post(id + "/secrets", wish)
                .expect(403);
    }

    @Test
    void whatWasReadCanBeSentBack() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        JsonNode read = link.read(realm);

        assertThat(realm.credentials()
                        .update(link.credential().id(), read)
                        .expect(200)
                        .json())
                .isEqualTo(read);
        ObjectNode renamed = ((ObjectNode) read).put("name", "Renamed");
        realm.credentials().update(link.credential().id(), renamed).expect(200);
        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    @Test
    void theLinkItselfIsNotAcceptedAndNotRepeated() {
        ObjectNode sent = creation().put("link", "https://example.com/token-of-a-link");
        Answer refused = realm.credentials().create(sent);

        isRefused(refused, "link", "secret_not_accepted");
        assertThat(refused.body()).doesNotContain("token-of-a-link");
    }

    @Test
    void anEditThroughKeycloakKeepsTheLink() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        String client = "clients/" + link.credential().id();
        ObjectNode read = (ObjectNode) realm.admin().get(client).expect(200).json();
        realm.admin()
                .put(client, read.put("description", "Edited in the console"))
                .expect(204);
        ObjectNode without = read.deepCopy();
        ((ObjectNode) without.path("attributes")).remove("api.credential.delivery");
        ((ObjectNode) without.path("attributes")).remove("api.credential.updated-at");
        realm.admin()
                .put(client, without.put("description", "Edited by a file"))
                .expect(204);

        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    @Test
    void anEditThroughKeycloakCannotOpenItAgain() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        String client = "clients/" + link.credential().id();
        ObjectNode before = (ObjectNode) realm.admin().get(client).expect(200).json();
        link.pickUp();
        realm.admin().put(client, before).expect(400);
        ((ObjectNode) before.path("attributes")).remove("api.credential.updated-at");
        Answer refused = realm.admin().put(client, before);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("The link at which the secret of an API credential is picked up");
        assertThat(SecretLink.page(link.confirm())).isEqualTo("reused");
    }

    /** It gives the credential another id, and the link names the old one. */
    @Test
    void aPartialImportThatOverwritesEndsIt() {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        String clientId = link.credential().clientId();
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "OVERWRITE");
        content.putArray("clients")
                .add(realm.admin()
                        .get("clients/" + link.credential().id())
                        .expect(200)
                        .json());

        realm.admin().post("partialImport", content).expect(200);

        assertThat(SecretLink.page(link.confirm())).isEqualTo("unknown");
        String id = realm.admin().firstId("clients?clientId=" + clientId);
        realm.tokenEndpoint()
                .request(SecretLink.rotate(realm, id, request -> {}).pickUp())
                .expect(200);
    }
}
