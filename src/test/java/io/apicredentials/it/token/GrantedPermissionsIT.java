package io.apicredentials.it.token;

import static io.apicredentials.testing.Claims.permissions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is granted to a credential is what its tokens carry. */
@KeycloakTest
final class GrantedPermissionsIT {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final TestRealm realm;

    GrantedPermissionsIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"wallets", "transactions", "controls", "monitoring"})
    void withoutAChoiceItIsTheDefaultsOfTheSet(String set) {
        JsonNode claims = claims(CredentialRequests.of(set, "127.0.0.1"));

        assertThat(claims.path("permission_set").asText()).isEqualTo(set);
        assertThat(claims.path("permissions")).isEqualTo(defaults(set));
    }

    @Test
    void aBalanceReaderReadsTheBalancesOfOneVault() {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");

        JsonNode claims = claims(CredentialRequests.grant(request, "balances", "read", "vault", VAULT));

        assertThat(permissions(claims)).containsExactly("balances:read:vault:" + VAULT);
    }

    @Test
    void transactionMonitoringReadsTransactionsAcrossAllVaultsAndChangesNothing() {
        ObjectNode request = CredentialRequests.of("monitoring", "127.0.0.1");
        for (JsonNode permission : defaults("monitoring")) {
            if (permission.path("action").asText().equals("read")) {
                request.withArray("permissions").add(permission);
            }
        }

        JsonNode claims = claims(request);

        assertThat(permissions(claims))
                .containsExactly("webhook:read:org:*", "audit:read:org:*", "transaction:read:org:*");
    }

    @Test
    void transactionsCanBeReadInEveryVaultWithoutNamingOne() {
        ObjectNode request = CredentialRequests.of("transactions", "127.0.0.1");

        JsonNode claims = claims(CredentialRequests.grant(request, "transaction", "read", "vault"));

        assertThat(permissions(claims)).containsExactly("transaction:read:vault:*");
    }

    @Test
    void aResourceMayBeMadeOfEveryCharacterAllowed() {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");

        JsonNode claims = claims(CredentialRequests.grant(request, "key", "read", "key", "aZ09._:-"));

        assertThat(permissions(claims)).containsExactly("key:read:key:aZ09._:-");
    }

    @Test
    void anUpdateCountsForTheNextTokenAndNotForTheOldOne() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String old = realm.tokenEndpoint().request(credential).accessToken();
        ObjectNode update = CredentialRequests.of("wallets", "127.0.0.1");
        update.remove("permissionSet");

        realm.credentials()
                .update(credential.id(), CredentialRequests.grant(update, "balances", "read", "org"))
                .expect(200);

        JsonNode renewed = realm.tokenEndpoint().request(credential).claims();
        JsonNode introspected =
                realm.tokenEndpoint().introspect(old, TestRealm.RESOURCE_SERVER).json();
        assertThat(permissions(renewed)).containsExactly("balances:read:org:*");
        assertThat(introspected.path("permissions")).isEqualTo(defaults("wallets"));
    }

    private JsonNode claims(ObjectNode request) {
        return realm.tokenEndpoint().request(realm.credentials().issue(request)).claims();
    }

    private JsonNode defaults(String set) {
        return StreamSupport.stream(
                        realm.credentials().permissionSets().expect(200).json().spliterator(), false)
                .filter(candidate -> candidate.path("type").asText().equals(set))
                .findFirst()
                .orElseThrow()
                .path("defaultPermissions");
    }
}
