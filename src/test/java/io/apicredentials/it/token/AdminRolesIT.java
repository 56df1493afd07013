package io.apicredentials.it.token;

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
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Roles for administering the realm, by every way in which a service account can come to them and its client may use them. */
@KeycloakTest
final class AdminRolesIT {

    private static final String ROLE = "view-users";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;

    AdminRolesIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    /** How a service account has the role. */
    @SuppressWarnings("ImmutableEnumChecker") // the fields are what the constants are written with
    enum Grant {
        DIRECTLY(ServiceAccount::grantDirectly),
        BY_A_GROUP(ServiceAccount::grantByGroup),
        BY_A_COMPOSITE(ServiceAccount::grantByComposite),
        BY_THE_DEFAULT_ROLE(ServiceAccount::grantByDefaultRole);

        private final BiConsumer<ServiceAccount, JsonNode> way;

        Grant(BiConsumer<ServiceAccount, JsonNode> way) {
            this.way = way;
        }
    }

    /** Why its client may use the role. */
    @SuppressWarnings("ImmutableEnumChecker") // the fields are what the constants are written with
    enum Scope {
        OF_THE_CLIENT(ServiceAccount::scopeOfItsOwn),
        OF_THE_CLIENT_BY_A_COMPOSITE((account, role) -> account.scopeOfItsOwn(account.composite(role))),
        OF_A_CLIENT_SCOPE((account, role) -> account.scopeByClientScope(role, "default")),
        OF_A_CLIENT_SCOPE_BY_A_COMPOSITE(
                (account, role) -> account.scopeByClientScope(account.composite(role), "default")),
        OF_AN_OPTIONAL_CLIENT_SCOPE((account, role) -> account.scopeByClientScope(role, "optional"));

        private final BiConsumer<ServiceAccount, JsonNode> way;

        Scope(BiConsumer<ServiceAccount, JsonNode> way) {
            this.way = way;
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aCredentialThatMayAdministerGetsNoToken(Grant grant, Scope scope) {
        give(credential, grant, scope);

        new Refusals(realm).check(credential, "admin_roles", realm.tokenEndpoint()::request);
    }

    static Stream<Arguments> ways() {
        return Arrays.stream(Grant.values())
                .flatMap(grant -> Arrays.stream(Scope.values()).map(scope -> Arguments.of(grant, scope)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAnswerNamesTheRefusalAndAnUpdateTakesTheRolesAway(Grant grant, Scope scope) {
        give(credential, grant, scope);

        JsonNode read = realm.credentials().get(credential.id()).expect(200).json();
        JsonNode updated =
                realm.credentials().update(credential.id(), read).expect(200).json();

        assertThat(read.path("refusal").asText()).isEqualTo("admin_roles");
        assertThat(read.path("warnings").toString()).contains("has roles for administering the realm");
        assertThat(updated.has("refusal")).isFalse();
        assertThat(updated.has("warnings")).isFalse();
        realm.tokenEndpoint().request(credential).expect(200);
    }

    /** Its token has no role; Keycloak looks them up when the token is used. */
    @ParameterizedTest
    @EnumSource
    void aTokenFromBeforeAdministersNothing(Scope scope) {
        String token = realm.tokenEndpoint().request(credential).accessToken();

        give(credential, Grant.DIRECTLY, scope);

        LogMark log = server.markLog();
        assertThat(users(token).status()).isEqualTo(401);
        assertThat(log.lines()).noneMatch(line -> line.contains(" ERROR "));
    }

    /** Keycloak takes it there without asking the grant that issued it, and goes by the roles of today. */
    @ParameterizedTest
    @CsvSource({"default, clientId, redirectUris", "openid-connect, client_id, redirect_uris"})
    void aTokenFromBeforeRegistersNoClient(String provider, String id, String redirects) {
        String token = realm.tokenEndpoint().request(credential).accessToken();
        ServiceAccount account = new ServiceAccount(realm, credential);
        account.grantDirectly(account.adminRole("manage-clients"));
        account.scopeOfItsOwn(account.adminRole("manage-clients"));
        ClientCredentials ordinary = ServiceAccount.ordinaryClient(realm);
        AdminClient registration = realm.admin()
                .elsewhere(realm.url() + "/clients-registrations/" + provider)
                .as(() -> token);
        ObjectNode client = JsonNodeFactory.instance.objectNode();
        client.putArray(redirects).add("https://evil.example");

        assertThat(List.of(
                        registration.post("", client),
                        registration.get(ordinary.clientId()),
                        registration.put(ordinary.clientId(), client.deepCopy().put(id, ordinary.clientId())),
                        registration.delete(ordinary.clientId()),
                        registration.delete(credential.clientId())))
                .allSatisfy(refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.body()).contains("\"error_description\":\"access_denied\"");
                });
        assertThat(realm.admin().get("events?max=10").expect(200).body())
                .contains("Tokens of API credentials do not administer clients");
    }

    @Test
    void anOrdinaryClientAdministersByThem() {
        ClientCredentials ordinary = ServiceAccount.ordinaryClient(realm);
        give(ordinary, Grant.DIRECTLY, Scope.OF_A_CLIENT_SCOPE);

        String token = realm.tokenEndpoint().request(ordinary).accessToken();

        assertThat(users(token).status()).isEqualTo(200);
    }

    @Test
    void rolesWithoutScopeDoNotMatter() {
        ServiceAccount account = new ServiceAccount(realm, credential);
        account.grantByGroup(account.adminRole(ROLE));

        String token = realm.tokenEndpoint().request(credential).accessToken();

        assertThat(users(token).status()).isEqualTo(401);
    }

    @Test
    void scopeWithoutRolesDoesNotMatter() {
        ServiceAccount account = new ServiceAccount(realm, credential);
        account.scopeByClientScope(account.adminRole(ROLE), "default");

        String token = realm.tokenEndpoint().request(credential).accessToken();

        assertThat(users(token).status()).isEqualTo(401);
    }

    private void give(ClientCredentials client, Grant grant, Scope scope) {
        ServiceAccount account = new ServiceAccount(realm, client);
        JsonNode role = account.adminRole(ROLE);
        grant.way.accept(account, role);
        scope.way.accept(account, role);
    }

    private Answer users(String token) {
        return realm.admin().as(() -> token).get("users");
    }
}
