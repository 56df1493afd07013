package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeyComponents;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.Keystore;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;

/** Tokens of credentials, checked against the keys that the realm publishes, and the library that has signed them. */
final class SignedTokens {

    private final KeycloakServer server;

    SignedTokens(KeycloakServer server) {
        this.server = server;
    }

    /** One in a new realm with an algorithm; returns what the server said of its key. */
    LogMark areGood(String algorithm) throws IOException, ParseException, JOSEException {
        LogMark log = server.markLog();
        try (TestRealm realm = TestRealm.create(server, chosen(algorithm))) {
            assertGood(realm, algorithm);
        }
        return log;
    }

    /** One signed with a key that Keycloak reads from a keystore. */
    LogMark areGoodWithAKeyOfAKeystore() throws IOException, ParseException, JOSEException, InterruptedException {
        LogMark log = server.markLog();
        try (TestRealm realm = TestRealm.create(server, content -> {})) {
            new KeyComponents(realm.admin())
                    .add("java-keystore", Keystore.settings(Keystore.withEcKey(server, realm.name())));
            assertGood(realm, "ES256");
        }
        return log;
    }

    static RealmChange chosen(String algorithm) {
        return content -> content.withObject("/attributes").put("api.credential.signature-algorithm", algorithm);
    }

    private static void assertGood(TestRealm realm, String algorithm)
            throws IOException, ParseException, JOSEException {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String text = realm.tokenEndpoint().request(credential).accessToken();
        SignedJWT token = SignedJWT.parse(text);
        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        // Keycloak verifies with what the JDK has.
        assertThat(realm.tokenEndpoint()
                        .introspect(text, TestRealm.RESOURCE_SERVER)
                        .json()
                        .path("active")
                        .asBoolean())
                .isTrue();
        if (!algorithm.equals("EdDSA")) { // for which Nimbus needs one library more
            assertThat(token.verify(verifier(realm, token))).isTrue();
        }
    }

    private static JWSVerifier verifier(TestRealm realm, SignedJWT token)
            throws IOException, ParseException, JOSEException {
        URI keys = URI.create(realm.tokenEndpoint().url().replaceAll("/token$", "/certs"));
        JWK key = JWKSet.load(keys.toURL()).getKeyByKeyId(token.getHeader().getKeyID());
        return new DefaultJWSVerifierFactory()
                .createJWSVerifier(token.getHeader(), ((AsymmetricJWK) key).toPublicKey());
    }
}
