package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AdminPermissions;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits by the admin API v2, which tells only the validation of clients and publishes no event. */
@KeycloakTest(server = AdminApiV2Server.class, realm = AdminPermissions.Enabled.class)
final class AdminApiV2IT {

    private final KeycloakServer server;
    private final TestRealm realm;
    private final AdminClient clients;
    private final ClientCredentials credential;

    AdminApiV2IT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.clients = server.admin().below("api/" + realm.name() + "/clients/v2");
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void editsADescription() {
        edit(client -> client.put("description", "Edited by v2")).expect(200);

        assertThat(read().path("description").asText()).isEqualTo("Edited by v2");
        assertThat(read().has("secret")).isFalse();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        "client authenticator",
                        client -> client.withObject("/auth")
                                .put("method", "client-secret")
                                .put("secret", "known-secret")),
                edit("'standard flow' off", client -> {
                    client.withArray("loginFlows").add("STANDARD");
                    client.withArray("redirectUris").add("https://example.org/callback");
                }),
                edit(
                        "'direct access grants' off",
                        client -> client.withArray("loginFlows").add("DIRECT_GRANT")),
                edit("'implicit flow' off", client -> {
                    client.withArray("loginFlows").add("IMPLICIT");
                    client.withArray("redirectUris").add("https://example.org/callback");
                }),
                edit("name: ", client -> client.put("displayName", "Four")),
                edit("description: ", client -> client.put("description", "Four")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void refusesWhatACredentialDoesNotAllow(String message, Consumer<ObjectNode> change) {
        JsonNode before = read();

        Answer refused = edit(change);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(message);
        assertThat(read()).isEqualTo(before);
    }

    /** It knows clients by their client ID and, for each protocol, another shape of them; it refuses both by itself. */
    @ParameterizedTest
    @CsvSource({"clientId, apicred-renamed", "protocol, saml"})
    void neitherClientIdNorProtocolCanBeChanged(String field, String value) {
        JsonNode before = read();

        edit(client -> client.put(field, value)).expect(400);

        assertThat(read()).isEqualTo(before);
    }

    @Test
    void aRefusedEditIsInTheLog() {
        LogMark log = server.markLog();

        edit(client -> client.put("displayName", "Four")).expect(400);

        assertThat(log.lines())
                .anyMatch(line -> line.contains(" WARN ")
                        && line.contains("Refused an edit of the API credential " + credential.clientId()));
    }

    /** It knows the names of these flows, but does nothing with them in this version; should it do so, they stay off. */
    @ParameterizedTest
    @CsvSource({
        "TOKEN_EXCHANGE, standard.token.exchange.enabled",
        "DEVICE, oauth2.device.authorization.grant.enabled",
        "CIBA, oidc.ciba.grant.enabled"
    })
    void aFlowThatIsASwitchStaysOff(String flow, String attribute) {
        edit(client -> client.withArray("loginFlows").add(flow)).expect(200);

        assertThat(read().path("attributes").path(attribute).asBoolean()).isFalse();
    }

    /** It switches the service account off after the validation; another one would be another subject of tokens. */
    @Test
    void theServiceAccountCannotBeSwitchedOff() {
        JsonNode before = read();
        String subject =
                realm.tokenEndpoint().request(credential).claims().path("sub").asText();

        Answer refused = edit(client -> client.putArray("loginFlows"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("'service accounts' on");
        assertThat(read()).isEqualTo(before);
        assertThat(realm.tokenEndpoint()
                        .request(credential)
                        .claims()
                        .path("sub")
                        .asText())
                .isEqualTo(subject);
    }

    @Test
    void anEditDoesNotUndoARevocation() {
        try (RequestPairs pairs = new RequestPairs()) {
            for (long delay : RequestPairs.delays(30)) {
                ClientCredentials both = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
                ObjectNode client = client(both).put("description", "Edited elsewhere");

                RequestPairs.Pair answers = pairs.send(
                        () -> realm.credentials().disableAndRevoke(both.id()),
                        () -> clients.put(both.clientId(), client),
                        delay);

                assertThat(answers.first().status()).as(answers.toString()).isEqualTo(200);
                assertThat(answers.second().status()).as(answers.toString()).isIn(200, 400);
                JsonNode after =
                        realm.admin().get("clients/" + both.id()).expect(200).json();
                assertThat(after.path("enabled").asBoolean(true))
                        .as(answers.toString())
                        .isFalse();
                assertThat(after.path("notBefore").asInt())
                        .as(answers.toString())
                        .isPositive();
            }
        }
    }

    /** Its clients have no attributes, so that nothing in an edit says how old it is. */
    @Test
    void anOldCopyDoesNotEnableADisabledCredential() {
        ObjectNode old = client(credential);
        realm.credentials().disableAndRevoke(credential.id()).expect(200);
        JsonNode disabled = read();

        Answer refused = clients.put(credential.clientId(), old);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("does not enable an API credential");
        assertThat(read()).isEqualTo(disabled);
    }

    @Test
    void editsADisabledCredentialAndDisablesOne() {
        edit(client -> client.put("enabled", false)).expect(200);
        edit(client -> client.put("description", "Edited by v2")).expect(200);
        assertThat(read().path("enabled").asBoolean()).isFalse();
        assertThat(read().path("description").asText()).isEqualTo("Edited by v2");
    }

    /** It publishes no admin event of a deletion either, unless a system property of the server says so. */
    @Test
    void onlyUsersWhoManageCredentialsDeleteOne() {
        try (NewUser user = NewUser.in(realm.admin(), "permitted-" + UUID.randomUUID())) {
            new AdminPermissions(realm).letManage("user", user.id(), "Clients", List.of(credential.id()));

            Answer refused = clients.as(user.login(realm.url(), "demo-cli")).delete(credential.clientId());

            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.body()).contains("manage-api-credentials");
            realm.tokenEndpoint().request(credential).expect(200);
        }
        clients.delete(credential.clientId()).expect(204);
    }

    /** It gives roles after the validation, too. */
    @Test
    void theServiceAccountGetsNoRoles() {
        edit(client -> client.putArray("serviceAccountRoles").add("offline_access"))
                .expect(200);

        String user = realm.admin()
                .get("clients/" + credential.id() + "/service-account-user")
                .expect(200)
                .json()
                .path("id")
                .asText();
        assertThat(realm.admin()
                        .get("users/" + user + "/role-mappings")
                        .expect(200)
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void keepsNoSecretInClear() {
        edit(client -> client.withObject("/auth").put("secret", "known-secret")).expect(200);

        assertThat(read().has("secret")).isFalse();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    private static Arguments edit(String message, Consumer<ObjectNode> change) {
        return Arguments.of(message, change);
    }

    private Answer edit(Consumer<ObjectNode> change) {
        ObjectNode client = client(credential);
        change.accept(client);
        return clients.put(credential.clientId(), client);
    }

    private ObjectNode client(ClientCredentials one) {
        return (ObjectNode) clients.get(one.clientId()).expect(200).json();
    }

    private JsonNode read() {
        return realm.admin().get("clients/" + credential.id()).expect(200).json();
    }
}
