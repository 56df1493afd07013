package io.apicredentials.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Patience;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link that hands nothing over has a page that says why, opened or pressed, and the event says it too. */
@KeycloakTest
final class RefusedDeliveryIT {

    private static final String LISTED = "127.0.0.1";

    private final TestRealm realm;

    RefusedDeliveryIT(TestRealm realm) {
        this.realm = realm;
    }

    private SecretLink link() {
        return SecretLink.create(realm, LISTED, request -> {});
    }

    private void isRefused(SecretLink link, String page, int status) {
        for (Answer answer : List.of(link.open(), link.confirm())) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(SecretLink.page(answer)).isEqualTo(page);
            assertThat(answer.body()).doesNotContain("kac_", "Test of wallets", "<button", "apiCredentialDelivery.");
            JsonNode event = realm.events().newestOfClient(link.credential().clientId());
            assertThat(event.path("type").asText()).isEqualTo("CLIENT_UPDATE_ERROR");
            assertThat(event.path("error").asText()).isEqualTo("delivery_" + page);
            assertThat(event.at("/details/api_credential_delivery").asText()).isEqualTo(page);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x.y",
                "%00",
                "N2UwZjhjMWEtNWE3Yy00ZDFlLTlhNTMtMGM4YzdhMWYyYjEx.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                // The id of the client looks like one that another store keeps.
                "ZjphYmM.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
                // The id of the client is a NUL.
                "AA.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"
            })
    void anUnknownOneAlwaysLooksTheSame(String token) {
        SecretLink link = link();
        String known = link.token();
        String changed = known.substring(0, known.length() - 2) + (known.endsWith("AA") ? "BA" : "AA");
        Answer nearly = link.withToken(changed).open();

        assertThat(nearly.status()).isEqualTo(404);
        assertThat(SecretLink.page(nearly)).isEqualTo("unknown");
        for (Answer answer :
                List.of(link.withToken(token).open(), link.withToken(token).confirm())) {
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nearly.body());
        }
        link.pickUp();
    }

    @Test
    void aTokenThatIsNearlyRightIsAnEventOfTheCredential() {
        SecretLink link = link();
        String id = link.token().substring(0, link.token().indexOf('.') + 1);

        isRefused(link.withToken(id + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"), "unknown", 404);
    }

    @Test
    void anOrdinaryClientHasNoLink() {
        SecretLink link = link();
        String client = realm.admin().firstId("clients?clientId=account");
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(client.getBytes(StandardCharsets.UTF_8));

        assertThat(SecretLink.page(link.withToken(id + ".AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
                        .open()))
                .isEqualTo("unknown");
    }

    @Test
    void anOlderOneIsNotKnownAnyMore() {
        SecretLink older = link();
        SecretLink newer = SecretLink.rotate(realm, older.credential().id(), request -> {});

        isRefused(older, "unknown", 404);
        realm.tokenEndpoint().request(newer.pickUp()).expect(200);
    }

    @Test
    void oneOfADeletedCredentialIsNotKnownAnyMore() {
        SecretLink link = link();
        realm.credentials().delete(link.credential().id()).expect(204);

        assertThat(Stream.of(link.open(), link.confirm()).map(SecretLink::page)).containsOnly("unknown");
    }

    @Test
    void oneOfADisabledCredentialWaits() {
        SecretLink link = link();
        realm.credentials().disable(link.credential().id()).expect(200);

        isRefused(link, "credential_disabled", 409);

        realm.credentials().enable(link.credential().id()).expect(200);
        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    @Test
    void whereTheRealmRequiresHttpsNothingIsHandedOverWithoutIt() {
        SecretLink link = link();
        realm.change(settings -> settings.put("sslRequired", "all"));
        try {
            for (Answer answer : List.of(link.open(), link.confirm())) {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.body()).contains("HTTPS required").doesNotContain("kac_", "Test of wallets");
            }
        } finally {
            realm.change(settings -> settings.put("sslRequired", "external"));
        }
        link.pickUp();
    }

    @Test
    void aDisabledRealmKnowsNoLink() {
        SecretLink link = link();
        realm.change(settings -> settings.put("enabled", false));
        try {
            assertThat(Stream.of(link.open(), link.confirm()).map(SecretLink::page))
                    .containsOnly("unknown");
        } finally {
            realm.change(settings -> settings.put("enabled", true));
        }
        link.pickUp();
    }

    @Test
    void itExpires() {
        isRefused(BroughtIn.withLink(realm, Duration.ofHours(2), attributes -> {}), "expired", 410);
    }

    @Test
    void oneThatCameWithAFileWorksUntilItExpires() {
        SecretLink link = BroughtIn.withLink(realm, Duration.ofMinutes(1), attributes -> {});

        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    @Test
    void anExpiredCredentialIsGivenNoSecret() {
        String soon =
                Instant.now().plusSeconds(8).truncatedTo(ChronoUnit.SECONDS).toString();
        SecretLink link = SecretLink.create(realm, LISTED, request -> request.put("expiresAt", soon));
        Instant limit = Instant.now().plus(Patience.ANSWER);
        while (SecretLink.page(link.open()).equals("open") && Instant.now().isBefore(limit)) {
            Thread.onSpinWait();
        }

        isRefused(link, "credential_expired", 409);
    }

    @Test
    void anUnreadableLinkIsNotKnown() {
        SecretLink link = BroughtIn.withLink(
                realm,
                Duration.ofMinutes(1),
                attributes -> attributes
                        .put("api.credential.secret-hash", hash())
                        .put(
                                "api.credential.delivery",
                                attributes.path("api.credential.delivery").asText() + ";uses=2"));

        assertThat(SecretLink.page(link.open())).isEqualTo("unknown");
    }

    private String hash() {
        return realm.admin()
                .get("clients?clientId="
                        + SampleCredential.WALLETS.credentials().clientId())
                .expect(200)
                .json()
                .at("/0/attributes/api.credential.secret-hash")
                .asText();
    }

    @Test
    void anotherSecretInTheMeantimeEndsIt() {
        SecretLink link = SecretLink.rotate(realm, link().credential().id(), request -> {});
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        realm.admin(Person.OWNER)
                .below("api-credentials")
                .post(link.credential().id() + "/secrets", shown)
                .expect(201);

        isRefused(link, "superseded", 410);
        assertThat(link.read(realm).at("/delivery/open").asBoolean()).isFalse();
    }

    @Test
    void aBoundOneWorksFromTheAddressesOfTheCredentialOnly() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> request.put("addressBound", true));

        isRefused(link.from("127.0.0.2"), "wrong_address", 403);
        assertThat(link.from("127.0.0.2").open().body()).contains("your address is 127.0.0.2");
        assertThat(realm.events()
                        .newestOfClient(link.credential().clientId())
                        .path("ipAddress")
                        .asText())
                .isEqualTo("127.0.0.2");
        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    @Test
    void theListOfTheMomentCounts() {
        SecretLink link = SecretLink.create(realm, LISTED, request -> request.put("addressBound", true));
        ObjectNode update =
                CredentialRequests.grant(CredentialRequests.of("wallets", "127.0.0.2"), "balances", "read", "org");
        update.remove("permissionSet");
        realm.credentials().update(link.credential().id(), update).expect(200);

        isRefused(link, "wrong_address", 403);
        link.from("127.0.0.2").confirm().expect(200);
    }
}
