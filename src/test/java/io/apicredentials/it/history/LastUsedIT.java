package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.WithoutViewEvents;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last uses of many credentials, as somebody sees them who may look at credentials and at nothing else. */
@KeycloakTest(realm = WithoutViewEvents.class)
final class LastUsedIT {

    private final TestRealm realm;

    LastUsedIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void tellsTheLastUseOfEachThatHasOne() {
        ClientCredentials often = issue(realm);
        ClientCredentials once = issue(realm);
        ClientCredentials never = issue(realm);
        realm.tokenEndpoint().request(often).expect(200);
        realm.tokenEndpoint().request(once).expect(200);
        realm.tokenEndpoint().request(often).expect(200);

        JsonNode lastUsed = lastUsed(ids(often.id(), once.id(), never.id(), once.id()));

        assertThat(lastUsed.fieldNames()).toIterable().containsExactlyInAnyOrder(often.id(), once.id());
        for (ClientCredentials used : new ClientCredentials[] {often, once}) {
            assertThat(lastUsed.path(used.id()))
                    .isEqualTo(realm.credentials()
                            .usage(used.id(), Fields.none())
                            .json()
                            .at("/uses/0/time"));
        }
    }

    @Test
    void aRefusalIsNoUse() {
        ClientCredentials credential = issue(realm);
        realm.tokenEndpoint().request(credential).expect(200);
        JsonNode before = lastUsed(ids(credential.id()));
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);

        assertThat(lastUsed(ids(credential.id()))).hasSize(1).isEqualTo(before);
    }

    @Test
    void whatIsNoCredentialOfTheRealmIsLeftOut(KeycloakServer server) {
        try (TestRealm other = TestRealm.create(server, new RealmChange.None())) {
            ClientCredentials foreign = issue(other);
            other.tokenEndpoint().request(foreign).expect(200);
            String ordinary = realm.admin().firstId("clients?clientId=demo-cli");

            assertThat(lastUsed(ids(foreign.id(), ordinary, "", "nonsense", "'", "%", "x".repeat(1000))))
                    .isEmpty();
        }
    }

    @Test
    void takesAHundredInOneStatement(KeycloakServer server) {
        ClientCredentials used = issue(realm);
        realm.tokenEndpoint().request(used).expect(200);
        LogMark log = server.markLog();

        assertThat(lastUsed(unknown(99).and("id", used.id()))).hasSize(1);

        assertThat(log.readsOf("API_CREDENTIAL_USAGE")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void refusesNoneAndMoreThanAHundred(int number) {
        JsonNode errors =
                realm.credentials().lastUsed(of(number, "x")).expect(400).json().path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo("id");
        assertThat(errors.at("/0/errorMessage").asText())
                .isEqualTo("It is given " + number + " times; give it 1 to 100 times.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "max", "ids"})
    void refusesOtherParameters(String parameter) {
        JsonNode errors = realm.credentials()
                .lastUsed(ids("x").and(parameter, "1"))
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo(parameter);
    }

    @Test
    void aRealmThatSavesNoEventsTellsItToo(KeycloakServer server) {
        try (TestRealm own = TestRealm.create(server, new RealmChange.None())) {
            ClientCredentials credential = issue(own);
            own.change(settings -> settings.put("eventsEnabled", false));
            own.tokenEndpoint().request(credential).expect(200);

            JsonNode answer =
                    own.credentials().lastUsed(ids(credential.id())).expect(200).json();

            assertThat(answer.path("recorded").asBoolean()).isTrue();
            assertThat(answer.path("keptFor").asText()).isEqualTo("PT9600H");
            assertThat(answer.path("lastUsed").has(credential.id())).isTrue();
        }
    }

    private JsonNode lastUsed(Fields ids) {
        JsonNode answer =
                realm.credentials(Person.AUDITOR).lastUsed(ids).expect(200).json();
        assertThat(answer.fieldNames()).toIterable().containsExactly("recorded", "keptFor", "lastUsed");
        assertThat(answer.path("recorded").asBoolean()).isTrue();
        return answer.path("lastUsed");
    }

    private static ClientCredentials issue(TestRealm realm) {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private static Fields unknown(int number) {
        Fields ids = Fields.none();
        for (int each = 0; each < number; each++) {
            ids = ids.and("id", UUID.randomUUID().toString());
        }
        return ids;
    }

    private static Fields of(int number, String id) {
        Fields ids = Fields.none();
        for (int each = 0; each < number; each++) {
            ids = ids.and("id", id);
        }
        return ids;
    }

    private static Fields ids(String... ids) {
        Fields fields = Fields.none();
        for (String id : ids) {
            fields = fields.and("id", id);
        }
        return fields;
    }
}
