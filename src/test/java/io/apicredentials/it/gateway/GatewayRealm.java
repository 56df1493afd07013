package io.apicredentials.it.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.Keystore;
import io.apicredentials.testing.Mappers;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A realm whose ES256 key is known here, so that what it never signs can be signed as if it did.
 *
 * @param key with the key ID that the realm publishes
 */
record GatewayRealm(TestRealm realm, ECKey key) {

    private static final String OTHER_CLIENT_SECRET = "a-stock-client-secret";

    /** More than what nginx keeps of an answer in memory unless it is told to: a page. */
    private static final int TWO_PAGES = 2 * 4096;

    static GatewayRealm of(KeycloakServer server, TestRealm realm) {
        try {
            String file = Keystore.withEcKey(server, realm.name());
            realm.admin().post("components", keystore(file)).expect(201);
            addOtherKeys(realm);
            String token = token(realm, "balances:read");
            ECKey key = Keystore.ecKey(server, realm.name());
            String keyId = Forger.of(token, key).token().getHeader().getKeyID();
            return new GatewayRealm(realm, new ECKey.Builder(key).keyID(keyId).build());
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String issuer() {
        return realm.url();
    }

    /** A token of a credential that holds these permissions: {@code balances:read:vault:7e0f}. */
    String token(String... permissions) {
        return token(realm, permissions);
    }

    static String token(TestRealm realm, String... permissions) {
        return realm.tokenEndpoint().request(credential(realm, permissions)).accessToken();
    }

    /** A token of a credential that was created while its realm signed with this algorithm. */
    String tokenSignedWith(String algorithm, String... permissions) {
        signWith(algorithm);
        String token = token(permissions);
        signWith("ES256");
        return token;
    }

    private void signWith(String algorithm) {
        realm.change(
                settings -> settings.withObject("/attributes").put("api.credential.signature-algorithm", algorithm));
    }

    /** The key that the realm publishes for a token; its private part is not known here. */
    JWK publishedKey(String token) {
        try {
            String keyId = SignedJWT.parse(token).getHeader().getKeyID();
            return JWKSet.parse(keys(realm)).getKeyByKeyId(keyId);
        } catch (ParseException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** A token that was asked for with fewer permissions than its credential holds. */
    String narrowed(String scope, String... permissions) {
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", scope);
        return realm.tokenEndpoint()
                .request(form.and(TokenEndpoint.post(credential(realm, permissions))), Fields.none())
                .accessToken();
    }

    private static ClientCredentials credential(TestRealm realm, String... permissions) {
        ObjectNode request = CredentialRequests.of("wallets", KeycloakServer.LOCALHOST);
        for (String permission : permissions) {
            String[] parts = permission.split(":", -1);
            String scope = parts.length > 2 ? parts[2] : "org";
            if (parts.length > 3) {
                CredentialRequests.grant(request, parts[0], parts[1], scope, parts[3]);
            } else {
                CredentialRequests.grant(request, parts[0], parts[1], scope);
            }
        }
        return realm.credentials().issue(request);
    }

    /**
     * A token of another client of the realm that is like one of a credential in everything that an administrator of clients
     * can give it: issuer, key, audience, the words in its scope.
     */
    String tokenOfAnotherClient(String word) {
        ObjectNode scope =
                JsonNodeFactory.instance.objectNode().put("name", word).put("protocol", "openid-connect");
        scope.withObject("/attributes").put("include.in.token.scope", "true");
        realm.admin().post("client-scopes", scope).expect(201);
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", "stock")
                .put("secret", OTHER_CLIENT_SECRET)
                .put("serviceAccountsEnabled", true);
        client.withObject("/attributes").put("access.token.signed.response.alg", "ES256");
        client.putArray("defaultClientScopes").add(word);
        client.putArray("protocolMappers")
                .add(Mappers.audience("included.custom.audience", "api"))
                .add(Mappers.hardcoded("permission_set", "String", "wallets"));
        realm.admin().post("clients", client).expect(201);
        Answer answer = realm.tokenEndpoint().request(new ClientCredentials("", "stock", OTHER_CLIENT_SECRET));
        JsonNode claims = answer.claims();
        if (!claims.path("aud").asText().equals("api")
                || !claims.path("scope").asText().equals(word)) {
            throw new AssertionError("not like the token of a credential: " + claims);
        }
        return answer.accessToken();
    }

    private static ObjectNode keystore(String file) {
        return keys(
                "java-keystore",
                Map.of(
                        "keystore", file,
                        "keystoreType", "PKCS12",
                        "keystorePassword", "password",
                        "keyAlias", "mine",
                        "keyPassword", "password",
                        "algorithm", "ES256",
                        "priority", "200"));
    }

    /** The key that will be next and one that was, as while keys are changed, and as many others as make a long answer. */
    private static void addOtherKeys(TestRealm realm) {
        Stream.of(
                        keys("ecdsa-generated", Map.of("priority", "300", "active", "false")),
                        keys("ecdsa-generated", Map.of("priority", "199")),
                        keys("rsa-generated", Map.of("priority", "50", "algorithm", "PS256")),
                        keys("rsa-generated", Map.of("priority", "50", "algorithm", "PS384")),
                        keys("rsa-generated", Map.of("priority", "50", "algorithm", "PS512")))
                .forEach(
                        component -> realm.admin().post("components", component).expect(201));
        int length = keys(realm).length();
        if (length <= TWO_PAGES) {
            throw new AssertionError("the keys are no long answer: " + length);
        }
    }

    private static String keys(TestRealm realm) {
        return Http.from(KeycloakServer.LOCALHOST)
                .get(realm.url() + "/protocol/openid-connect/certs", Fields.none())
                .body();
    }

    private static ObjectNode keys(String providerId, Map<String, String> settings) {
        ObjectNode component = JsonNodeFactory.instance
                .objectNode()
                .put("name", providerId)
                .put("providerId", providerId)
                .put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = component.putObject("config");
        settings.forEach((name, value) -> config.putArray(name).add(value));
        return component;
    }
}
