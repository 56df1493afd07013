package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.WithoutViewEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the uses and the changes of a credential refuse alike. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"usage", "changes"})
@KeycloakTest(realm = WithoutViewEvents.class)
final class HistoryIT {

    private final String list;
    private final TestRealm realm;

    HistoryIT(String list, TestRealm realm) {
        this.list = list;
        this.realm = realm;
    }

    @Test
    void anOrdinaryClientHasNone() {
        String ordinary = realm.admin().firstId("clients?clientId=demo-cli");

        assertThat(request(ordinary, Fields.none()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"max, 0", "max, 101", "max, many", "first, -1", "first, 1.5", "search, any", "id, any"})
    void refusesWrongParameters(String parameter, String value) {
        String id = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();

        JsonNode errors =
                request(id, Fields.of(parameter, value)).expect(400).json().path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo(parameter);
    }

    private Answer request(String id, Fields query) {
        return list.equals("usage")
                ? realm.credentials().usage(id, query)
                : realm.credentials().changes(id, query);
    }
}
