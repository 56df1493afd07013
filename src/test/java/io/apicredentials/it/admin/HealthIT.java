package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Administrators are told when a credential cannot be used, and with the reason that its uses are refused with. */
@KeycloakTest
final class HealthIT {

    private static final String EXECUTIONS = "authentication/flows/clients/executions";

    private final TestRealm realm;
    private final ClientCredentials credential;

    /** A realm for each test: some of them change the flow of all its credentials. */
    HealthIT(KeycloakServer server) {
        this.realm = TestRealm.create(server, content -> {});
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void aCredentialThatCanBeUsedHasNoRefusal() {
        assertThat(read().has("refusal")).isFalse();
        assertThat(listed()).isEqualTo(read());
    }

    @Test
    void namesTheRefusalOfADisabledCredential() {
        JsonNode disabled =
                realm.credentials().disable(credential.id()).expect(200).json();

        assertThat(disabled.path("refusal").asText()).isEqualTo("disabled");
        assertRefused("disabled");
    }

    @Test
    void namesTheRefusalOfADisabledServiceAccount() {
        disableServiceAccount();

        assertRefused("service_account_disabled");
        assertWarned("service account of this credential is disabled", "save it with PUT");
    }

    @Test
    void namesTheRefusalOfADeletedServiceAccount() {
        realm.admin().delete("users/" + serviceAccount().path("id").asText()).expect(204);

        assertRefused("service_account_missing");
        assertWarned("service account of this credential was deleted", "save it with PUT");
    }

    @Test
    void warnsOfAnExecutionThatIsDisabled() {
        require("api-credential", "DISABLED");

        assertNeverAsked();
        assertWarned("'clients' has the execution 'API credential' disabled", "make it alternative");
    }

    @Test
    void warnsOfAnotherExecutionThatIsRequired() {
        require("client-secret", "REQUIRED");

        assertNeverAsked();
        assertWarned("'clients' has a required execution", "make all its executions alternative");
    }

    @Test
    void anExecutionThatIsItselfRequiredIsNoObstacle() {
        require("api-credential", "REQUIRED");

        assertThat(read().has("refusal")).isFalse();
        assertThat(read().has("warnings")).isFalse();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void warnsOfAnotherFlow() {
        bindAnotherFlow();

        assertNeverAsked();
        assertWarned("'other' does not have the execution 'API credential'", "save one with PUT");
    }

    @Test
    void warnsAtTheCreation() {
        require("client-secret", "REQUIRED");

        JsonNode created = realm.credentials()
                .create(CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(201)
                .json();

        assertThat(created.path("refusal").asText()).isEqualTo("authentication_flow");
        assertThat(created.at("/warnings/0").asText()).contains("required execution");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUpdateMendsTheServiceAccount(boolean delete) {
        if (delete) {
            realm.admin()
                    .delete("users/" + serviceAccount().path("id").asText())
                    .expect(204);
        } else {
            disableServiceAccount();
        }

        JsonNode updated =
                realm.credentials().update(credential.id(), read()).expect(200).json();

        assertThat(updated.has("refusal")).isFalse();
        assertThat(updated.has("warnings")).isFalse();
        assertThat(read()).isEqualTo(updated);
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void enablingMendsTheServiceAccount() {
        disableServiceAccount();

        JsonNode enabled =
                realm.credentials().enable(credential.id()).expect(200).json();

        assertThat(enabled.has("refusal")).isFalse();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void anUpdateAddsTheExecutionToAnotherFlow() {
        bindAnotherFlow();

        JsonNode updated =
                realm.credentials().update(credential.id(), read()).expect(200).json();

        assertThat(updated.has("refusal")).isFalse();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void warnsOfADeletedScopeAndAnUpdateBringsItBack() {
        realm.admin().delete("client-scopes/" + scope().path("id").asText()).expect(204);

        assertWarned("'api-credential' was deleted", "save one with PUT");
        realm.tokenEndpoint().request(credential).expect(200);
        assertThat(realm.credentials()
                        .update(credential.id(), read())
                        .expect(200)
                        .json()
                        .has("warnings"))
                .isFalse();
        assertThat(scope().path("protocolMappers")).hasSize(1);
    }

    @Test
    void takesBackAnAnswerWithItsRefusal() {
        disableServiceAccount();
        ObjectNode edited = ((ObjectNode) read()).put("name", "Edited name");

        assertThat(realm.credentials()
                        .update(credential.id(), edited)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText())
                .isEqualTo("Edited name");
    }

    private JsonNode read() {
        return realm.credentials().get(credential.id()).expect(200).json();
    }

    private JsonNode listed() {
        return realm.credentials()
                .list(Fields.of("search", credential.clientId()))
                .expect(200)
                .json()
                .path(0);
    }

    private void assertRefused(String reason) {
        assertThat(read().path("refusal").asText()).isEqualTo(reason);
        assertThat(listed()).isEqualTo(read());
        new Refusals(realm).check(credential, reason, realm.tokenEndpoint()::request);
    }

    /** Our code is not asked, so that the event is Keycloak's own. */
    private void assertNeverAsked() {
        assertThat(read().path("refusal").asText()).isEqualTo("authentication_flow");
        assertThat(listed()).isEqualTo(read());
        realm.tokenEndpoint().request(credential).expect(401);
    }

    private void assertWarned(String... parts) {
        assertThat(read().path("warnings")).hasSize(1);
        assertThat(read().at("/warnings/0").asText()).contains(parts);
    }

    private JsonNode serviceAccount() {
        return realm.admin()
                .get("clients/" + credential.id() + "/service-account-user")
                .expect(200)
                .json();
    }

    private void disableServiceAccount() {
        ObjectNode user = (ObjectNode) serviceAccount();
        realm.admin()
                .put("users/" + user.path("id").asText(), user.put("enabled", false))
                .expect(204);
    }

    private void require(String authenticator, String requirement) {
        ObjectNode execution = (ObjectNode) realm.admin().find(EXECUTIONS, "providerId", authenticator);
        realm.admin().put(EXECUTIONS, execution.put("requirement", requirement)).expect(204);
    }

    private JsonNode scope() {
        return realm.admin().find("client-scopes", "name", "api-credential");
    }

    private void bindAnotherFlow() {
        realm.bindNewClientFlow("other");
        realm.admin()
                .post(
                        "authentication/flows/other/executions/execution",
                        JsonNodeFactory.instance.objectNode().put("provider", "client-secret"))
                .expect(201);
    }
}
