package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.History;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import io.apicredentials.testing.WithoutViewEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The uses of a credential, as somebody sees them who may look at credentials and at nothing else. */
@KeycloakTest(realm = WithoutViewEvents.class)
final class UsageIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final History uses;

    UsageIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1", "127.0.0.3"));
        this.uses = History.ofUses(realm.credentials(Person.AUDITOR), credential.id());
    }

    @Test
    void anUnusedCredentialHasNone() {
        assertThat(uses.answer().body()).isEqualTo("{\"recorded\":true,\"keptFor\":\"PT168H\",\"uses\":[]}");
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

        assertThat(History.texts(uses.inPagesOf(2), "ipAddress"))
                .containsExactly("127.0.0.5", "127.0.0.3", "127.0.0.4", "127.0.0.1", "127.0.0.2");
        assertThat(uses.atTheEnd()).isEmpty();
    }

    @Test
    void hasTwentyUnlessToldOtherwise() {
        for (int use = 0; use < 21; use++) {
            realm.tokenEndpoint().request(credential).expect(200);
        }

        assertThat(uses.entries()).hasSize(20);
        assertThat(uses.entries(Fields.of("max", "100"))).hasSize(21);
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

        assertThat(uses.entries()).hasSize(2);
        assertThat(uses.answer().body()).doesNotContain(credential.clientSecret(), "kac_");
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
    void aRealmSaysForHowLongItKeepsEvents(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, new RealmChange.None())) {
            String id = own.credentials()
                    .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                    .id();
            own.change(settings -> {
                settings.put("eventsExpiration", 7 * 24 * 3600);
                settings.withObject("attributes").put("adminEventsExpiration", "5400");
            });

            AdminApi api = own.credentials(Person.AUDITOR);
            assertThat(keptFor(api.usage(id, Fields.none()))).isEqualTo("PT168H");
            assertThat(keptFor(api.changes(id, Fields.none()))).isEqualTo("PT1H30M");
        }
    }

    private static String keptFor(Answer answer) {
        return answer.expect(200).json().path("keptFor").asText();
    }

    private JsonNode only() {
        List<JsonNode> entries = uses.entries();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
