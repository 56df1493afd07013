package io.apicredentials.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A secret that somebody else picks up: it is made when the button is pressed, and shown once. */
@KeycloakTest
final class DeliveryIT {

    private static final String LISTED = "127.0.0.1";

    private final TestRealm realm;

    DeliveryIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void aCreationAnswersWithALinkAndNoSecret() {
        Instant before = Instant.now();
        Answer created = realm.credentials()
                .create(CredentialRequests.of("wallets", LISTED).put("delivery", "link"))
                .expect(201);

        assertThat(created.header("Location")).isEmpty();
        assertThat(created.header("Cache-Control")).contains("no-store");
        JsonNode json = created.json();
        assertThat(json.has("clientSecret")).isFalse();
        assertThat(json.has("secrets")).isFalse();
        assertThat(json.path("link").asText())
                .matches("\\Q" + realm.url() + "\\E/api-credential-delivery/[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{43}");
        assertThat(json.at("/delivery/open").asBoolean()).isTrue();
        assertThat(Instant.parse(json.at("/delivery/expiresAt").asText()))
                .isBetween(
                        before.plus(Duration.ofHours(24)).minusSeconds(1),
                        Instant.now().plus(Duration.ofHours(24)));
    }

    @Test
    void theLinkIsInNoOtherAnswer() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> {});
        String random = link.token().substring(link.token().indexOf('.') + 1);

        assertThat(link.read(realm).toString()).doesNotContain(random);
        assertThat(realm.credentials().list(Fields.none()).expect(200).body()).doesNotContain(random);
    }

    @Test
    void aCredentialWithoutASecretIsEnabledAndRefused() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> {});
        JsonNode present = link.read(realm);

        assertThat(present.path("enabled").asBoolean()).isTrue();
        assertThat(present.path("refusal").asText()).isEqualTo("no_secret");
        assertThat(present.has("warnings")).isFalse();
        ClientCredentials withAnotherSecret = new ClientCredentials(
                link.credential().id(),
                link.credential().clientId(),
                SampleCredential.WALLETS.credentials().clientSecret());
        new Refusals(realm)
                .check(
                        withAnotherSecret,
                        "no_secret",
                        client -> realm.tokenEndpoint().request(client));
    }

    @Test
    void theSecretThatWasPickedUpWorks() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> {});
        ClientCredentials credential = link.pickUp();

        realm.tokenEndpoint().request(credential).expect(200);
        assertThat(link.read(realm).has("refusal")).isFalse();
        assertThat(link.read(realm).path("secrets")).hasSize(1);
        assertThat(link.read(realm).at("/delivery/open").asBoolean()).isFalse();
        assertThat(link.read(realm).at("/delivery/pickedUpFrom").asText()).isEqualTo(LISTED);
        assertThat(Instant.parse(link.read(realm).at("/delivery/pickedUpAt").asText()))
                .isBefore(Instant.now());
    }

    @Test
    void thePageShowsWhatAClientNeeds() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> {});
        Answer page = link.confirm().expect(200);

        assertThat(SecretLink.page(page)).isEqualTo("secret");
        assertThat(page.body())
                .contains(link.credential().clientId())
                .contains(realm.tokenEndpoint().url())
                .containsPattern(">kac_[0-9A-Za-z]{49}<");
    }

    @Test
    void toOpenItConsumesNothing() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> {});
        JsonNode before = link.read(realm);
        for (int preview = 0; preview < 5; preview++) {
            assertThat(SecretLink.page(link.open().expect(200))).isEqualTo("open");
            link.http().send("HEAD", link.url(), Fields.none(), null).expect(200);
        }

        assertThat(link.read(realm)).isEqualTo(before);
        assertThat(link.open().body()).contains("Test of wallets").doesNotContain("kac_");
        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    @Test
    void aSecondVisitIsToldOfTheFirst() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> {});
        ClientCredentials credential = link.pickUp();

        for (Answer second :
                List.of(link.from("127.0.0.3").open(), link.from("127.0.0.3").confirm())) {
            assertThat(second.status()).isEqualTo(410);
            assertThat(SecretLink.page(second)).isEqualTo("reused");
            assertThat(second.body()).contains("from the address " + LISTED).doesNotContain("kac_");
            JsonNode event = realm.events().newestOfClient(credential.clientId());
            assertThat(event.path("type").asText()).isEqualTo("CLIENT_UPDATE_ERROR");
            assertThat(event.path("error").asText()).isEqualTo("delivery_reused");
            assertThat(event.path("ipAddress").asText()).isEqualTo("127.0.0.3");
            assertThat(event.at("/details/api_credential_delivery").asText()).isEqualTo("reused");
        }
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void thePickUpIsAnEventWithTheIdOfTheSecret() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> {});
        link.from("127.0.0.2").pickUp();

        JsonNode event = realm.events().newestOfClient(link.credential().clientId());
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_UPDATE");
        assertThat(event.path("ipAddress").asText()).isEqualTo("127.0.0.2");
        assertThat(event.at("/details/api_credential_delivery").asText()).isEqualTo("picked_up");
        assertThat(event.at("/details/api_credential_secret").asText())
                .isNotEmpty()
                .isEqualTo(link.read(realm).at("/secrets/0/id").asText());
    }

    @Test
    void ofTwoAtTheSameMomentOneGetsTheSecret() {
        try (RequestPairs pairs = new RequestPairs()) {
            for (long delay : RequestPairs.delays(30)) {
                SecretLink link = SecretLink.create(realm, LISTED, request -> {});
                Pair answers = pairs.send(link::confirm, link.from("127.0.0.2")::confirm, delay);

                assertThat(answers.hasServerError()).as(answers.toString()).isFalse();
                assertThat(Stream.of(answers.first(), answers.second()).map(SecretLink::page))
                        .as("after %s microseconds", delay)
                        .containsExactlyInAnyOrder("secret", "reused");
                String secret = SecretLink.secret(answers.first()) + SecretLink.secret(answers.second());
                ClientCredentials credential =
                        new ClientCredentials("", link.credential().clientId(), secret);
                realm.tokenEndpoint().request(credential).expect(200);
            }
        }
    }
}
