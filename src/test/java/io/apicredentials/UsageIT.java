package io.apicredentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import io.apicredentials.testing.WithoutViewEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The uses of a credential, as somebody sees them who may look at credentials and at nothing else. */
@KeycloakTest(realm = WithoutViewEvents.class)
final class UsageIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    UsageIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1", "127.0.0.3"));
    }

    @Test
    void anUnusedCredentialHasNone() {
        assertThat(usage().body()).isEqualTo("{\"recorded\":true,\"uses\":[]}");
    }

    @Test
    void tellsWhenAndFromWhereItWasUsed() {
        Instant before = Instant.now().minusMillis(1);
        realm.tokenEndpoint().from("127.0.0.3").request(credential).expect(200);

        JsonNode use = only();

        assertThat(use.fieldNames()).toIterable().containsExactly("time", "accepted", "ipAddress");
        assertThat(Instant.parse(use.path("time").asText())).isBetween(before, Instant.now());
        assertThat(use.path("accepted").asBoolean()).isTrue();
        assertThat(use.path("ipAddress").asText()).isEqualTo("127.0.0.3");
    }

    @Test
    void tellsWhyAUseWasRefused() {
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);

        JsonNode use = only();

        assertThat(use.fieldNames()).toIterable().containsExactly("time", "accepted", "ipAddress", "refusal");
        assertThat(use.path("accepted").asBoolean()).isFalse();
        assertThat(use.path("ipAddress").asText()).isEqualTo("127.0.0.2");
        assertThat(use.path("refusal").asText()).isEqualTo("address_not_allowed");
    }

    @Test
    void tellsKeycloaksErrorWhereTheReasonIsNotOurs() {
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", "nonsense");
        realm.tokenEndpoint()
                .request(form.and(TokenEndpoint.post(credential)), Fields.none())
                .expect(400);

        assertThat(only().path("refusal").asText())
                .isEqualTo(realm.events()
                        .newestOfClient(credential.clientId())
                        .path("error")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void hasTheNewestFirstAndComesInPages() {
        List<String> sources = List.of("127.0.0.2", "127.0.0.1", "127.0.0.4", "127.0.0.3", "127.0.0.5");
        sources.forEach(source -> realm.tokenEndpoint().from(source).request(credential));

        List<String> paged = new ArrayList<>();
        for (int first = 0; first < 6; first += 2) {
            paged.addAll(addresses(Fields.of("first", "" + first).and("max", "2")));
        }

        assertThat(paged).containsExactly("127.0.0.5", "127.0.0.3", "127.0.0.4", "127.0.0.1", "127.0.0.2");
        assertThat(addresses(Fields.of("first", "" + Integer.MAX_VALUE).and("max", "100")))
                .isEmpty();
    }

    @Test
    void hasTwentyUnlessToldOtherwise() {
        for (int use = 0; use < 21; use++) {
            realm.tokenEndpoint().request(credential).expect(200);
        }

        assertThat(addresses(Fields.none())).hasSize(20);
        assertThat(addresses(Fields.of("max", "100"))).hasSize(21);
    }

    @Test
    void hasNothingOfOtherClientsAndNothingButRequestsForTokens() {
        ClientCredentials other = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.tokenEndpoint().request(other).expect(200);
        String token = realm.tokenEndpoint().request(credential).accessToken();
        realm.tokenEndpoint().revoke(token, credential).expect(200);

        assertThat(realm.events().ofClient(credential.clientId())).hasSize(2);
        assertThat(only().path("accepted").asBoolean()).isTrue();
    }

    @Test
    void neverHasASecret() {
        realm.tokenEndpoint().request(credential).expect(200);
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);

        assertThat(usage().body()).doesNotContain(credential.clientSecret(), "kac_");
    }

    @Test
    void aRealmThatSavesNoEventsSaysSo(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, new RealmChange.None())) {
            ClientCredentials used = own.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            own.tokenEndpoint().request(used).expect(200);
            own.change(settings -> settings.put("eventsEnabled", false));
            own.tokenEndpoint().request(used).expect(200);

            JsonNode usage = own.credentials()
                    .usage(used.id(), Fields.none())
                    .expect(200)
                    .json();

            assertThat(usage.path("recorded").asBoolean()).isFalse();
            assertThat(usage.path("uses")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CLIENT_LOGIN CLIENT_LOGIN_ERROR | true",
                "CLIENT_LOGIN | false",
                "CLIENT_LOGIN_ERROR | false",
                "LOGIN | false"
            })
    void aRealmThatSavesOnlySomeTypesSaysSo(String types, boolean recorded, KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, new RealmChange.None())) {
            ClientCredentials unused = own.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            own.change(settings -> {
                settings.putArray("enabledEventTypes");
                List.of(types.split(" ")).forEach(settings.withArray("enabledEventTypes")::add);
            });

            JsonNode usage = own.credentials()
                    .usage(unused.id(), Fields.none())
                    .expect(200)
                    .json();

            assertThat(usage.path("recorded").asBoolean()).isEqualTo(recorded);
        }
    }

    @Test
    void anOrdinaryClientHasNone() {
        JsonNode ordinary = realm.admin()
                .get("clients?clientId=demo-cli")
                .expect(200)
                .json()
                .get(0);

        assertThat(realm.credentials()
                        .usage(ordinary.path("id").asText(), Fields.none())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"max, 0", "max, 101", "max, many", "first, -1", "first, 1.5", "search, any", "id, any"})
    void refusesWrongParameters(String parameter, String value) {
        JsonNode errors = realm.credentials()
                .usage(credential.id(), Fields.of(parameter, value))
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo(parameter);
    }

    private Answer usage() {
        return realm.credentials(Person.AUDITOR)
                .usage(credential.id(), Fields.none())
                .expect(200);
    }

    private JsonNode only() {
        JsonNode uses = usage().json().path("uses");
        assertThat(uses).hasSize(1);
        return uses.get(0);
    }

    private List<String> addresses(Fields page) {
        JsonNode uses = realm.credentials(Person.AUDITOR)
                .usage(credential.id(), page)
                .expect(200)
                .json()
                .path("uses");
        return StreamSupport.stream(uses.spliterator(), false)
                .map(use -> use.path("ipAddress").asText())
                .toList();
    }
}
