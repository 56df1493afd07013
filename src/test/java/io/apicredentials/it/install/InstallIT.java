package io.apicredentials.it.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A realm created with nothing but a name has everything that API credentials need, and is otherwise as ever. */
@KeycloakTest(realm = InstallIT.Bare.class)
final class InstallIT {

    private static final List<String> ROLES = List.of(
            "view-api-credentials",
            "manage-api-credentials",
            "manage-api-credential-settings",
            "approve-api-credentials");

    private final KeycloakServer server;
    private final TestRealm realm;

    InstallIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    static final class Bare implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.removeAll().put("enabled", true);
        }
    }

    @Test
    void credentialsCanBeCreatedAndUsedAtOnce() {
        ClientCredentials credential = ClientCredentials.of(
                realm.admin().below("api-credentials").post("", CredentialRequests.of("wallets", "127.0.0.1")));

        JsonNode claims = realm.tokenEndpoint().request(credential).claims();

        assertThat(claims.path("permission_set").asText()).isEqualTo("wallets");
        assertThat(claims.path("aud").asText()).isEqualTo("api");
    }

    @Test
    void theClientFlowEndsWithOneAlternativeExecution() {
        List<JsonNode> executions = list("authentication/flows/clients/executions");

        JsonNode last = executions.get(executions.size() - 1);
        assertThat(last.path("providerId").asText()).isEqualTo("api-credential");
        assertThat(last.path("requirement").asText()).isEqualTo("ALTERNATIVE");
        assertThat(executions)
                .filteredOn(execution -> execution.path("providerId").asText().equals("api-credential"))
                .hasSize(1);
        assertThat(executions.get(0).path("providerId").asText()).isEqualTo("client-secret");
    }

    @Test
    void thereIsOneClientScopeWithOneMapperThatNoOtherClientGets() {
        List<JsonNode> scopes = named(list("client-scopes"));

        assertThat(scopes).hasSize(1);
        assertThat(scopes.get(0).path("protocolMappers")).hasSize(1);
        assertThat(scopes.get(0).at("/protocolMappers/0/protocolMapper").asText())
                .isEqualTo("api-credential-permissions");
        assertThat(scopes.get(0).at("/attributes/include.in.token.scope").asText())
                .isEqualTo("false");
        assertThat(named(list("default-default-client-scopes"))).isEmpty();
        assertThat(named(list("default-optional-client-scopes"))).isEmpty();
    }

    @Test
    void theRolesAreThereForAdministratorsOfTheRealmAndOfTheServer() {
        String inRealm = realm.admin().firstId("clients?clientId=realm-management");
        String inMaster = server.admin().firstId("realms/master/clients?clientId=" + realm.name() + "-realm");

        for (String role : ROLES) {
            assertThat(realm.admin()
                            .get("clients/" + inRealm + "/roles/" + role)
                            .status())
                    .isEqualTo(200);
            assertThat(server.admin()
                            .get("realms/master/clients/" + inMaster + "/roles/" + role)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(realm.admin()
                        .get("clients/" + inRealm + "/roles/realm-admin/composites")
                        .body())
                .contains(ROLES);
    }

    @Test
    void thereIsAnEs256KeyBesideKeycloaksOwn() {
        JsonNode active = realm.admin().get("keys").expect(200).json().path("active");

        assertThat(active.has("ES256")).isTrue();
        assertThat(active.has("RS256")).isTrue();
    }

    @Test
    void discoveryListsNoNewWayOfClientAuthentication() {
        JsonNode discovery = Http.from(KeycloakServer.LOCALHOST)
                .get(realm.url() + "/.well-known/openid-configuration", Fields.none())
                .expect(200)
                .json();

        for (String endpoint : List.of("token", "introspection", "revocation")) {
            assertThat(texts(discovery.path(endpoint + "_endpoint_auth_methods_supported")))
                    .as(endpoint)
                    .contains("client_secret_basic", "client_secret_post", "private_key_jwt")
                    .noneMatch(method -> method.contains("api"));
        }
    }

    @Test
    void ordinaryClientsAuthenticateAsEver() {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", "ordinary")
                .put("secret", "ordinary-secret")
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true);
        realm.admin().post("clients", client).expect(201);

        ClientCredentials ordinary = new ClientCredentials("", "ordinary", "ordinary-secret");

        assertThat(realm.tokenEndpoint().request(ordinary).claims().path("azp").asText())
                .isEqualTo("ordinary");
        assertThat(realm.tokenEndpoint().requestWithBasic(ordinary).status()).isEqualTo(200);
        assertThat(realm.tokenEndpoint()
                        .request(new ClientCredentials("", "ordinary", "wrong"))
                        .status())
                .isEqualTo(401);
    }

    /** A client scope of another realm has the id that is derived for ours. */
    @Test
    void withoutWhatACredentialNeedsNoneIsCreatedAndTheAnswerSaysSo() {
        try (TestRealm other = TestRealm.create(server, content -> {});
                TestRealm beside = TestRealm.create(server, content -> {})) {
            String scope = named(other).get(0).path("id").asText();
            other.admin().delete("client-scopes/" + scope).expect(204);
            ObjectNode foreign = JsonNodeFactory.instance
                    .objectNode()
                    .put("id", scope)
                    .put("name", "foreign")
                    .put("protocol", "openid-connect");
            beside.admin().post("client-scopes", foreign).expect(201);
            LogMark log = server.markLog();
            String before = count(other);

            Answer refused = other.credentials().create(CredentialRequests.of("wallets", "127.0.0.1"));

            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.json().path("errorMessage").asText())
                    .startsWith("The realm could not be given what API credentials need, so that nothing was changed");
            assertThat(log.lines()).anyMatch(line -> line.contains("could not be prepared for API credentials"));
            assertThat(count(other)).isEqualTo(before);

            beside.admin().delete("client-scopes/" + scope).expect(204);
            other.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        }
    }

    private static String count(TestRealm realm) {
        return realm.credentials().count(Fields.none()).expect(200).body();
    }

    private static List<JsonNode> named(TestRealm realm) {
        return named(StreamSupport.stream(
                        realm.admin().get("client-scopes").expect(200).json().spliterator(), false)
                .toList());
    }

    private List<JsonNode> list(String path) {
        return StreamSupport.stream(realm.admin().get(path).expect(200).json().spliterator(), false)
                .toList();
    }

    private static List<JsonNode> named(List<JsonNode> scopes) {
        return scopes.stream()
                .filter(scope -> scope.path("name").asText().equals("api-credential"))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
