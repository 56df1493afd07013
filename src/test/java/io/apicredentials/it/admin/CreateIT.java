package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Golden;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Creating a credential, whose secret is in the answer and nowhere else. */
@KeycloakTest
final class CreateIT {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final TestRealm realm;

    CreateIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void theAnswerHasNoLocationAndIsNotStored() {
        Answer created = realm.credentials().create(request());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEmpty();
        assertThat(created.header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void theAnswerIsTheCredentialAndItsSecret() {
        ObjectNode created =
                (ObjectNode) realm.credentials().create(request()).expect(201).json();
        JsonNode read = realm.credentials().get(created.path("id").asText()).json();

        assertThat(created.has("clientSecret")).isTrue();
        assertThat(created.<JsonNode>without("clientSecret")).isEqualTo(read);
    }

    @Test
    void theCredentialHasTheAgreedShape() {
        ClientCredentials credential = realm.credentials().issue(request());
        JsonNode read = realm.credentials().get(credential.id()).expect(200).json();

        Golden.check(
                "credential.json",
                read,
                Map.of(
                        credential.id(), "<id>",
                        credential.clientId(), "apicred-<uuid>",
                        read.path("createdBy").asText(), "<user>",
                        read.path("createdAt").asText(), "<created>",
                        read.path("secrets").path(0).path("id").asText(), "<secret>"));
    }

    @Test
    void thePermissionSetsHaveTheAgreedShape() {
        JsonNode sets = realm.credentials().permissionSets().expect(200).json();

        Golden.check("permission-sets.json", sets, Map.of());
    }

    @Test
    void theCredentialSaysWhoCreatedItAndWhen() {
        Instant before = Instant.now().minusMillis(1);
        JsonNode created = realm.credentials(Person.ADMINISTRATOR)
                .create(request())
                .expect(201)
                .json();
        Instant after = Instant.now();

        assertThat(created.path("createdBy").asText())
                .isEqualTo(realm.admin().firstId("users?exact=true&username=administrator"));
        assertThat(created.path("createdAt").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
        assertThat(Instant.parse(created.path("createdAt").asText())).isBetween(before, after);
    }

    @Test
    void theSecretHasThePublishedForm() {
        assertThat(realm.credentials().issue(request()).clientSecret()).matches("kac_[0-9A-Za-z]{49}");
    }

    @Test
    void noTwoCredentialsShareAnything() {
        ClientCredentials one = realm.credentials().issue(request());
        ClientCredentials other = realm.credentials().issue(request());

        assertThat(one.clientSecret()).isNotEqualTo(other.clientSecret());
        assertThat(one.clientId()).isNotEqualTo(other.clientId());
        assertThat(one.id()).isNotEqualTo(other.id());
    }

    @Test
    void theSecretIsInNoOtherAnswer() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String id = credential.id();
        realm.tokenEndpoint().request(credential).expect(200);
        ObjectNode update = request();
        update.remove("permissionSet");
        AdminApi credentials = realm.credentials();

        List<Answer> answers = List.of(
                credentials.get(id),
                credentials.list(Fields.of("search", credential.clientId())),
                credentials.update(id, update),
                credentials.disable(id),
                credentials.enable(id),
                credentials.changes(id, Fields.none()),
                credentials.lastUsed(Fields.of("id", id)));
        Answer usage = credentials.usage(id, Fields.none());

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.expect(200).body())
                        .contains(id)
                        .doesNotContain("clientSecret", "kac_", credential.clientSecret()));
        assertThat(usage.expect(200).body())
                .contains("\"accepted\":true")
                .doesNotContain("clientSecret", "kac_", credential.clientSecret());
    }

    @Test
    void keycloakItselfDoesNotKnowTheSecret() {
        ClientCredentials credential = realm.credentials().issue(request());

        Answer client = realm.admin().get("clients/" + credential.id()).expect(200);

        assertThat(client.body()).doesNotContain(credential.clientSecret());
        assertThat(client.json().has("secret")).isFalse();
    }

    @Test
    void theLogDoesNotKnowTheSecret(KeycloakServer server) {
        LogMark log = server.markLog();

        ClientCredentials credential = realm.credentials().issue(request());
        realm.tokenEndpoint().from("127.0.0.2").requestWithBasic(credential).expect(401);

        assertThat(log.lines())
                .anyMatch(line -> line.contains(credential.clientId()))
                .noneMatch(line -> line.contains(credential.clientSecret()));
    }

    private static ObjectNode request() {
        ObjectNode request = CredentialRequests.of("wallets", "203.0.113.7", "198.51.100.0/24")
                .put("name", "Production - Treasury Service")
                .put("description", "Reads balances for the treasury desk");
        CredentialRequests.grant(request, "balances", "read", "vault", VAULT);
        return CredentialRequests.grant(request, "vault", "read", "org");
    }
}
