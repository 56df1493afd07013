package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.store.RealmSettings;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.Algorithm;
import org.keycloak.keys.GeneratedEcdsaKeyProviderFactory;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.RealmModel;

/**
 * The realm's key for ES256. Keycloak would make one by itself on the first token, but two first tokens at the same
 * moment would make two.
 */
final class SigningKey {

    private SigningKey() {}

    static boolean isPresent(RealmModel realm) {
        boolean needed = new RealmSettings(realm)
                .signatureAlgorithm()
                .filter(Algorithm.ES256::equals)
                .isPresent();
        return !needed
                || realm.getComponentsStream(realm.getId(), KeyProvider.class.getName())
                        .anyMatch(SigningKey::signsEs256);
    }

    static void ensure(RealmModel realm) {
        if (isPresent(realm)) {
            return;
        }
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("priority", "100");
        config.putSingle(GeneratedEcdsaKeyProviderFactory.ECDSA_ELLIPTIC_CURVE_KEY, "P-256");
        ComponentModel key = new ComponentModel();
        key.setId(UUID.nameUUIDFromBytes(("api-credential:" + realm.getId() + ":key").getBytes(StandardCharsets.UTF_8))
                .toString());
        key.setName("ecdsa-generated");
        key.setParentId(realm.getId());
        key.setProviderId(GeneratedEcdsaKeyProviderFactory.ID);
        key.setProviderType(KeyProvider.class.getName());
        key.setConfig(config);
        realm.addComponentModel(key);
    }

    private static boolean signsEs256(ComponentModel component) {
        return component.getProviderId().startsWith("ecdsa")
                && component
                        .get(GeneratedEcdsaKeyProviderFactory.ECDSA_ELLIPTIC_CURVE_KEY, "P-256")
                        .equals("P-256")
                && component.get("active", true)
                && component.get("enabled", true);
    }
}
