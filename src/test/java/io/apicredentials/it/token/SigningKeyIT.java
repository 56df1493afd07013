package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeyComponents;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Keystore;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is done with the keys of a realm counts for the next token of a credential. */
@KeycloakTest
final class SigningKeyIT {

    private final KeycloakServer server;

    @AutoClose
    private final TestRealm realm;

    private final KeyComponents keys;
    private final ClientCredentials credential;
    private final String first;

    /** The first key has signed twice. */
    SigningKeyIT(KeycloakServer server) {
        this.server = server;
        realm = TestRealm.create(server, content -> {});
        keys = new KeyComponents(realm.admin());
        credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        first = keyOfNextToken();
        assertThat(keyOfNextToken()).isEqualTo(first);
    }

    @Test
    void aPreferredKeySignsTheNextToken() {
        keys.addEs256();

        String second = keyOfNextToken();

        assertThat(second).isNotEqualTo(first).isEqualTo(keyOfNextToken());
    }

    @ParameterizedTest
    @CsvSource({"active, false", "enabled, false", "priority, -200"})
    void theKeyBeforeSignsAgainWhenAnotherOneNoLongerMay(String setting, String value) {
        String added = keys.addEs256();
        assertThat(keyOfNextToken()).isNotEqualTo(first);

        keys.change(added, setting, value);

        assertThat(keyOfNextToken()).isEqualTo(first);
    }

    @Test
    void theKeyBeforeSignsAgainWhenAnotherOneIsRemoved() {
        String added = keys.addEs256();
        assertThat(keyOfNextToken()).isNotEqualTo(first);

        keys.remove(added);

        assertThat(keyOfNextToken()).isEqualTo(first);
    }

    @Test
    void aKeyInAKeystoreSignsForAsLongAsItIsThere() throws IOException, InterruptedException {
        String added = keys.add("java-keystore", Keystore.settings(Keystore.withEcKey(server, realm.name())));
        assertThat(keyOfNextToken()).isNotEqualTo(first);

        keys.remove(added);

        assertThat(keyOfNextToken()).isEqualTo(first);
    }

    /** Another key for encryption or for another algorithm changes nothing. */
    @ParameterizedTest
    @CsvSource({"rsa-generated", "ecdh-generated", "hmac-generated"})
    void otherKeysDoNotSign(String kind) {
        keys.add(kind, Map.of());

        assertThat(keyOfNextToken()).isEqualTo(first);
    }

    /** A token counts as Keycloak itself sees it: by the keys that the realm publishes. */
    private String keyOfNextToken() {
        Answer answer = realm.tokenEndpoint().request(credential);
        assertThat(realm.isActive(answer.accessToken())).isTrue();
        return answer.keyId();
    }
}
