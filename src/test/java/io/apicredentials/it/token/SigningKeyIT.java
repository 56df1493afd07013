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
import java.nio.file.Files;
import java.nio.file.Path;
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
    void theFormerKeySignsAgainWhenTheNewOneIsPassiveDisabledOrLowerInPriority(String setting, String value) {
        String added = keys.addEs256();
        assertThat(keyOfNextToken()).isNotEqualTo(first);

        keys.change(added, setting, value);

        assertThat(keyOfNextToken()).isEqualTo(first);
    }

    @Test
    void theFormerKeySignsAgainWhenTheNewOneIsRemoved() {
        String added = keys.addEs256();
        assertThat(keyOfNextToken()).isNotEqualTo(first);

        keys.remove(added);

        assertThat(keyOfNextToken()).isEqualTo(first);
    }

    /** Keycloak tries to read it again with each token. */
    @Test
    void aKeyInAKeystoreSignsAgainWhenItsFileIsBack() throws IOException, InterruptedException {
        keys.add("java-keystore", Keystore.settings(Keystore.withEcKey(server, realm.name())));
        String stored = keyOfNextToken();
        assertThat(stored).isNotEqualTo(first);
        Path file = Keystore.file(server, realm.name());
        Path elsewhere = file.resolveSibling("elsewhere");

        Files.move(file, elsewhere);
        realm.admin().post("clear-realm-cache", "").expect(204);
        assertThat(keyOfNextToken()).isEqualTo(first);
        Files.move(elsewhere, file);

        assertThat(keyOfNextToken()).isEqualTo(stored);
    }

    /** Credentials keep the algorithm that the realm had when they were created. */
    @Test
    void eachAlgorithmHasAKeyOfItsOwn() {
        realm.credentials().changeSettings("{\"signatureAlgorithm\":\"ES384\"}").expect(200);
        ClientCredentials other = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

        for (int round = 0; round < 2; round++) {
            Answer answer = realm.tokenEndpoint().request(other);
            assertThat(realm.isActive(answer.accessToken())).isTrue();
            assertThat(answer.keyId()).isNotEqualTo(first);
            assertThat(keyOfNextToken()).isEqualTo(first);
        }
    }

    /** A token counts as Keycloak itself sees it: by the keys that the realm publishes. */
    private String keyOfNextToken() {
        Answer answer = realm.tokenEndpoint().request(credential);
        assertThat(realm.isActive(answer.accessToken())).isTrue();
        return answer.keyId();
    }
}
