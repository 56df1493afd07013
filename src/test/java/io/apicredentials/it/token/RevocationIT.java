package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** A credential at the revocation endpoint (RFC 7009). */
@KeycloakTest
final class RevocationIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    RevocationIT(TestRealm realm) {
        this.realm = realm;
        this.credential = issue();
    }

    @Test
    void aCredentialRevokesItsOwnToken() {
        String token = realm.tokenEndpoint().request(credential).accessToken();

        realm.tokenEndpoint().revoke(token, credential).expect(200);

        assertThat(realm.isActive(token)).isFalse();
        assertThat(newestEvent().path("type").asText()).isEqualTo("REVOKE_GRANT");
    }

    @Test
    void revokingOneTokenLeavesTheOthersAlone() {
        String revoked = realm.tokenEndpoint().request(credential).accessToken();
        String other = realm.tokenEndpoint().request(credential).accessToken();

        realm.tokenEndpoint().revoke(revoked, credential).expect(200);

        assertThat(realm.isActive(other)).isTrue();
    }

    @Test
    void aCredentialDoesNotRevokeTheTokenOfAnother() {
        String token = realm.tokenEndpoint().request(issue()).accessToken();

        Answer refused = realm.tokenEndpoint().revoke(token, credential);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(realm.isActive(token)).isTrue();
        assertThat(newestEvent().path("type").asText()).isEqualTo("REVOKE_GRANT_ERROR");
    }

    @Test
    void aWrongSecretRevokesNothing() {
        String token = realm.tokenEndpoint().request(credential).accessToken();
        ClientCredentials wrong = new ClientCredentials("", credential.clientId(), issue().clientSecret());

        Answer refused = realm.tokenEndpoint().revoke(token, wrong);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(realm.isActive(token)).isTrue();
        assertThat(realm.events().refusalOf(credential.clientId())).isEqualTo("unknown_secret");
    }

    @Test
    void anUnlistedAddressRevokesNothing() {
        String token = realm.tokenEndpoint().request(credential).accessToken();

        Answer refused = realm.tokenEndpoint().from("127.0.0.2").revoke(token, credential);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(realm.isActive(token)).isTrue();
        assertThat(realm.events().refusalOf(credential.clientId())).isEqualTo("address_not_allowed");
    }

    private ClientCredentials issue() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private JsonNode newestEvent() {
        return realm.events().newestOfClient(credential.clientId());
    }
}
