package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** No edit of a client brings tokens of a credential back, or keeps it from being disabled. */
@KeycloakTest
final class EditAndRevocationIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final ObjectNode present;

    EditAndRevocationIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.present = read();
    }

    @Test
    void whatIsRevokedIsNotBroughtBackByNotBefore() {
        String token = realm.tokenEndpoint().request(credential).accessToken();
        realm.credentials().disable(credential.id()).expect(200);
        ObjectNode readBefore = read();
        realm.credentials().disableAndRevoke(credential.id()).expect(200);
        assertThat(realm.isActive(token)).isFalse();

        Answer stale = client().put("", readBefore);
        Answer bold = client().put("", read().put("notBefore", 0));

        assertThat(stale.status()).isEqualTo(400);
        assertThat(stale.body()).contains("read it again and repeat the edit");
        assertThat(bold.status()).isEqualTo(400);
        assertThat(bold.body()).contains("revoked within the last hour");
        assertThat(realm.isActive(token)).isFalse();
    }

    @Test
    void aChangeAtTheEndOfTimeDoesNotKeepItFromBeingDisabled() {
        ObjectNode imported = EditingWay.unknown(present);
        imported.withObject("/attributes").put("api.credential.updated-at", "+1000000000-12-31T23:59:59.999999999Z");
        realm.admin().post("clients", imported).expect(201);
        String id = realm.admin()
                .firstId("clients?clientId=" + imported.path("clientId").asText());

        realm.credentials().disable(id).expect(200);

        assertThat(realm.credentials()
                        .get(id)
                        .expect(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isFalse();
    }

    /** Tokens belong to the service account: another credential with the same client ID has another. */
    @Test
    void tokensOfADeletedCredentialAndOfItsNamesakeAreToldApart() {
        String first = realm.tokenEndpoint().request(credential).accessToken();
        realm.credentials().delete(credential.id()).expect(204);
        present.remove("id");
        realm.admin().post("clients", present).expect(201);
        String second = realm.tokenEndpoint().request(credential).accessToken();
        assertThat(realm.isActive(first)).isTrue();
        assertThat(realm.isActive(second)).isTrue();

        String namesake = realm.admin().firstId("clients?clientId=" + credential.clientId());
        realm.credentials().deleteAndRevoke(namesake).expect(204);

        assertThat(realm.isActive(second)).isFalse();
        assertThat(realm.isActive(first)).isTrue();
    }

    private ObjectNode read() {
        return (ObjectNode) client().get("").expect(200).json();
    }

    private AdminClient client() {
        return realm.admin().below("clients/" + credential.id());
    }
}
