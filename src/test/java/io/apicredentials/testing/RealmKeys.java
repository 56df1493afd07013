package io.apicredentials.testing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The keys of a test's realm. To generate two RSA keys takes Keycloak longer than all the rest of a new realm; here the
 * realms of one run get the same.
 */
public final class RealmKeys {

    private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";
    private static final String PRIVATE_KEY = generate();

    private RealmKeys() {}

    /** Adds to a realm file what Keycloak gives to a realm whose file has no keys. */
    public static void addTo(ObjectNode realm) {
        ArrayNode providers = realm.withObject("/components").withArray(KEY_PROVIDER);
        add(providers, "rsa", "RS256").putArray("privateKey").add(PRIVATE_KEY);
        add(providers, "rsa-enc", "RSA-OAEP").putArray("privateKey").add(PRIVATE_KEY);
        add(providers, "hmac-generated", "HS512");
        add(providers, "aes-generated", "AES");
    }

    private static ObjectNode add(ArrayNode providers, String providerId, String algorithm) {
        ObjectNode config = providers
                .addObject()
                .put("name", providerId)
                .put("providerId", providerId)
                .putObject("config");
        config.putArray("priority").add("100");
        config.putArray("algorithm").add(algorithm);
        return config;
    }

    private static String generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
