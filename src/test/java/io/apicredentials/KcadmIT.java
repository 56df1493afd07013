package io.apicredentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Kcadm;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** Administrators use Keycloak's own command line for everything. */
@KeycloakTest
final class KcadmIT {

    private final TestRealm realm;
    private final Kcadm kcadm;

    KcadmIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.kcadm = Kcadm.login(server, realm, Person.ADMINISTRATOR);
    }

    @Test
    void createShowsTheSecretAndItWorks() throws JsonProcessingException {
        String request = CredentialRequests.of("wallets", "127.0.0.1").toString();

        JsonNode created = json(kcadm.run("create", "api-credentials", "-r", realm.name(), "-o", "-b", request));

        ClientCredentials credential = new ClientCredentials(
                created.path("id").asText(),
                created.path("clientId").asText(),
                created.path("clientSecret").asText());
        assertThat(realm.tokenEndpoint().request(credential).status()).isEqualTo(200);
    }

    @Test
    void listsAndGets() throws JsonProcessingException {
        String id = issue();

        JsonNode list = json(kcadm.run("get", "api-credentials", "-r", realm.name(), "-q", "max=100"));
        JsonNode one = json(kcadm.run("get", "api-credentials/" + id, "-r", realm.name()));

        assertThat(one).isEqualTo(realm.credentials().get(id).json());
        assertThat(list).contains(one);
    }

    @Test
    void disablesAndEnables() {
        String id = issue();

        kcadm.run("create", "api-credentials/" + id + "/disable", "-r", realm.name());
        assertThat(isEnabled(id)).isFalse();

        kcadm.run("create", "api-credentials/" + id + "/enable", "-r", realm.name());
        assertThat(isEnabled(id)).isTrue();
    }

    @Test
    void deletes() {
        String id = issue();

        kcadm.run("delete", "api-credentials/" + id, "-r", realm.name());

        assertThat(realm.credentials().get(id).status()).isEqualTo(404);
    }

    private String issue() {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
    }

    private boolean isEnabled(String id) {
        return realm.credentials().get(id).expect(200).json().path("enabled").asBoolean();
    }

    private static JsonNode json(String output) throws JsonProcessingException {
        return new ObjectMapper().readTree(output);
    }
}
