package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.settings.DerivedId;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.util.Optional;
import java.util.stream.LongStream;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.GeneratedEcdsaKeyProviderFactory;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realm's key for ES256, if it has none. Keycloak would make one by itself on the first token, but two first tokens at
 * the same moment would make two.
 */
record SigningKey(KeycloakSession session, RealmModel realm) implements Step {

    /** The priority of keys that Keycloak makes by itself. */
    private static final long FALLBACK_PRIORITY = -100;

    /**
     * Done also when ours is there and does not sign: an administrator wants it so, and Keycloak finds or makes another.
     * The key manager is asked, since any provider may sign ES256, such as a keystore.
     */
    @Override
    public boolean isDone() {
        boolean needed = Algorithm.ES256.equals(new RealmSettings(realm).signatureAlgorithm());
        return !needed || Optional.ofNullable(realm.getComponent(id())).isPresent() || hasActiveKey();
    }

    private boolean hasActiveKey() {
        return session.keys()
                .getKeysStream(realm, KeyUse.SIG, Algorithm.ES256)
                .anyMatch(key -> key.getStatus().isActive());
    }

    @Override
    public void complete() {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle(Attributes.PRIORITY_KEY, Long.toString(lowestPriority() - 1));
        config.putSingle(GeneratedEcdsaKeyProviderFactory.ECDSA_ELLIPTIC_CURVE_KEY, "P-256");
        ComponentModel key = new ComponentModel();
        key.setId(id());
        key.setName("ecdsa-generated");
        key.setParentId(realm.getId());
        key.setProviderId(GeneratedEcdsaKeyProviderFactory.ID);
        key.setProviderType(KeyProvider.class.getName());
        key.setConfig(config);
        realm.addComponentModel(key);
    }

    /** So that any key that an administrator adds takes the place of ours. */
    private long lowestPriority() {
        LongStream priorities = realm.getComponentsStream(realm.getId(), KeyProvider.class.getName())
                .mapToLong(key -> key.get(Attributes.PRIORITY_KEY, 0L));
        return LongStream.concat(LongStream.of(FALLBACK_PRIORITY), priorities)
                .min()
                .orElse(FALLBACK_PRIORITY);
    }

    private String id() {
        return DerivedId.of(realm, "key");
    }
}
