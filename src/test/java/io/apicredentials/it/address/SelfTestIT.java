package io.apicredentials.it.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The self-test tells the address that a credential of the same caller would be judged by. */
@KeycloakTest
final class SelfTestIT {

    private final TestRealm realm;

    SelfTestIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2"})
    void tellsTheAddressOfTheConnection(String source) {
        AdminClient caller = realm.admin(Person.AUDITOR).from(source);

        JsonNode answer = caller.get("api-credentials/self-test").expect(200).json();

        assertThat(answer.path("address").asText()).isEqualTo(source);
        assertThat(answer.path("source").asText()).isEqualTo("connection");
    }

    @Test
    void doesNotBelieveAHeader() {
        Fields headers = Fields.bearer(realm.token(Person.AUDITOR)).and("X-Forwarded-For", "203.0.113.7");

        JsonNode answer = Http.from("127.0.0.2")
                .get(realm.admin().url("api-credentials/self-test"), headers)
                .expect(200)
                .json();

        assertThat(answer.path("address").asText()).isEqualTo("127.0.0.2");
        assertThat(answer.has("proxyHeader")).isFalse();
        assertThat(answer.has("warnings")).isFalse();
    }
}
