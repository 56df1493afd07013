package io.apicredentials.it;

import static io.apicredentials.testing.Claims.permissions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The demo realm works as it is, and the main path through the product does. */
@KeycloakTest
final class SmokeIT {

    private final TestRealm realm;

    SmokeIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @EnumSource
    void givesATokenToEverySampleCredential(SampleCredential sample) {
        JsonNode claims = realm.tokenEndpoint().request(sample.credentials()).claims();

        assertThat(claims.path("permission_set").asText()).isEqualTo(sample.permissionSet());
        assertThat(claims.path("permissions")).isNotEmpty();
        assertThat(claims.path("aud").asText()).isEqualTo("api");
    }

    @Test
    void givesTheBalanceReaderBalancesOfOneVaultAndNothingElse() {
        JsonNode claims = realm.tokenEndpoint()
                .request(SampleCredential.WALLETS.credentials())
                .claims();

        assertThat(permissions(claims)).containsExactly("balances:read:vault:" + SampleCredential.VAULT);
    }

    @Test
    void givesTheMonitoringSampleReadPermissionsOnly() {
        JsonNode claims = realm.tokenEndpoint()
                .request(SampleCredential.MONITORING.credentials())
                .claims();

        assertThat(permissions(claims))
                .containsExactly("webhook:read:org:*", "audit:read:org:*", "transaction:read:org:*");
    }

    @Test
    void letsANewCredentialInFromAListedAddressOnly() {
        ClientCredentials created = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        Answer listed = realm.tokenEndpoint().from("127.0.0.1").request(created);
        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.json().path("expires_in").asInt()).isEqualTo(3600);
        assertThat(realm.events()
                        .newestOfClient(created.clientId())
                        .path("type")
                        .asText())
                .isEqualTo("CLIENT_LOGIN");

        Answer unlisted = realm.tokenEndpoint().from("127.0.0.2").request(created);
        assertThat(unlisted.status()).isEqualTo(401);
        assertThat(unlisted.json().path("error").asText()).isEqualTo("invalid_client");
        JsonNode refusal = realm.events().newestOfClient(created.clientId());
        assertThat(refusal.path("type").asText()).isEqualTo("CLIENT_LOGIN_ERROR");
        assertThat(refusal.at("/details/api_credential_refusal").asText()).isEqualTo("address_not_allowed");
    }
}
