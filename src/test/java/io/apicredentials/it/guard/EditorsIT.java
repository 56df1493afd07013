package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keycloak lets some users edit clients who may not manage API credentials: credentials they cannot edit. */
@KeycloakTest
final class EditorsIT {

    private static final String REFUSAL = "Only users who may manage API credentials";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;
    private final ObjectNode present;

    EditorsIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.present = read();
    }

    /** It speaks for nobody: the default policies of registration let it bring any attribute. */
    @Test
    void aTokenForRegistrationRegistersNone() {
        ObjectNode forged = withoutScopes(EditingWay.unknown(present));

        Answer refused = registration(initialAccessToken()).post("", forged);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(REFUSAL);
        assertThat(clientsNamed(forged.path("clientId").asText())).isEmpty();
    }

    @Test
    void theTokenOfARegisteredClientDoesNotMakeItOne() {
        ObjectNode ordinary = ordinary();
        JsonNode registered = registration(initialAccessToken())
                .post("", ordinary)
                .expect(201)
                .json();
        String token = registered.path("registrationAccessToken").asText();
        assertThat(token).isNotEmpty();
        ObjectNode forged = withoutScopes(present.deepCopy());
        forged.put("clientId", ordinary.path("clientId").asText());
        forged.put("id", registered.path("id").asText());

        Answer refused = registration(token).put(ordinary.path("clientId").asText(), forged);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains(REFUSAL);
        assertThat(clientsNamed(ordinary.path("clientId").asText())
                        .path(0)
                        .path("clientAuthenticatorType")
                        .asText())
                .isEqualTo("client-secret");
    }

    @Test
    void theRightToCreateClientsIsNotEnough() {
        try (NewUser user = newUser("create-client")) {
            ObjectNode forged = withoutScopes(EditingWay.unknown(present));

            Answer refused = as(user).elsewhere(realm.url() + "/clients-registrations/default")
                    .post("", forged);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains(REFUSAL);
            assertThat(clientsNamed(forged.path("clientId").asText())).isEmpty();
        }
    }

    /** Keycloak's partial import asks for nothing else. */
    @Test
    void theRightToManageTheRealmIsNotEnough() {
        try (NewUser user = newUser("manage-realm")) {
            ObjectNode forged = present.deepCopy();
            forged.withObject("/attributes").put("api.credential.allowed-ips", "0.0.0.0/0");
            ObjectNode content = JsonNodeFactory.instance.objectNode().put("ifResourceExists", "OVERWRITE");
            content.putArray("clients").add(forged);

            Answer refused = as(user).post("partialImport", content);

            assertThat(refused.status()).isGreaterThanOrEqualTo(400);
            assertThat(refused.body()).contains(REFUSAL);
            assertThat(read()).isEqualTo(present);
        }
    }

    /** What is in a realm goes with it. */
    @Test
    void aUserWhoManagesTheRealmRemovesItWithItsCredentials() {
        TestRealm other = TestRealm.create(server, content -> {});
        other.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        NewUser user = NewUser.in(other.admin(), "manages-the-realm");
        user.give("realm-management", "manage-realm");

        other.admin().as(user.login(other.url(), "demo-cli")).delete("").expect(204);

        other.admin().get("").expect(404);
    }

    @Test
    void anOrdinaryClientDoesNotBecomeOne() {
        ObjectNode ordinary = ordinary();
        realm.admin().post("clients", ordinary).expect(201);
        String id = realm.admin()
                .firstId("clients?clientId=" + ordinary.path("clientId").asText());
        ObjectNode forged = present.deepCopy();
        forged.put("id", id).put("clientId", ordinary.path("clientId").asText());

        Answer refused = realm.admin().put("clients/" + id, forged);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("A client does not become an API credential");
    }

    /** From its root URL Keycloak makes redirect URIs, after the first of our two looks at a new client. */
    @Test
    void aRootUrlBringsNoRedirectUris() {
        ObjectNode forged = EditingWay.unknown(present).put("rootUrl", "https://evil.example");
        forged.remove("redirectUris");
        forged.remove("webOrigins");

        Answer refused = realm.admin().post("clients", forged);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("no redirect URIs");
        assertThat(clientsNamed(forged.path("clientId").asText())).isEmpty();
    }

    @Test
    void itHasNoAuthorizationServices() {
        Answer refused = client().put("", present.deepCopy().put("authorizationServicesEnabled", true));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("'authorization'");
    }

    private ObjectNode read() {
        return (ObjectNode) client().get("").expect(200).json();
    }

    private AdminClient client() {
        return realm.admin().below("clients/" + credential.id());
    }

    private JsonNode clientsNamed(String clientId) {
        return realm.admin().get("clients?clientId=" + clientId).expect(200).json();
    }

    private static ObjectNode ordinary() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("clientId", "ordinary-" + UUID.randomUUID())
                .put("publicClient", false);
    }

    /** The default policies of registration let nobody choose client scopes, and no more than that. */
    private static ObjectNode withoutScopes(ObjectNode client) {
        client.remove("defaultClientScopes");
        client.remove("optionalClientScopes");
        return client;
    }

    private String initialAccessToken() {
        ObjectNode wanted =
                JsonNodeFactory.instance.objectNode().put("count", 2).put("expiration", 600);
        return realm.admin()
                .post("clients-initial-access", wanted)
                .expect(201)
                .json()
                .path("token")
                .asText();
    }

    private AdminClient registration(String token) {
        return realm.admin()
                .elsewhere(realm.url() + "/clients-registrations/default")
                .as(() -> token);
    }

    private NewUser newUser(String role) {
        NewUser user = NewUser.in(realm.admin(), "has-only-" + role);
        user.give("realm-management", role);
        return user;
    }

    private AdminClient as(NewUser user) {
        return realm.admin().as(user.login(realm.url(), "demo-cli"));
    }
}
