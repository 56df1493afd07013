package io.apicredentials.keycloak.signing;

import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.JavaKeystoreKeyProviderFactory;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderFactory;

/**
 * The key that a realm signs with. Keycloak makes a provider of each key of the realm to find it, for each token; here it is
 * found once, and known for as long as Keycloak has the same components in its cache, beside its own keys: whatever is changed
 * of a key puts other components there, on each node.
 *
 * @param algorithm as in the header of a token, such as {@code ES256}
 */
record ActiveKeys(KeycloakSession session, String algorithm) {

    /** What is known, at the first of the components. */
    private static final String NOTE = "api-credential-active-key:";

    /** A key, and the components that it was found among. */
    private record Found(List<ComponentModel> components, KeyWrapper key) {

        /** Whether they are the same objects; two that look alike may come from before and after a change. */
        boolean isAmong(List<ComponentModel> others) {
            if (others.size() != components.size()) {
                return false;
            }
            for (int i = 0; i < others.size(); i++) {
                if (others.get(i) != components.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The active key; empty where there is none. Keycloak makes one for the algorithm first, if it can. */
    Optional<KeyWrapper> of(RealmModel realm) {
        List<ComponentModel> components = realm.getComponentsStream(realm.getId(), KeyProvider.class.getName())
                .toList();
        return known(components).or(() -> find(realm, components));
    }

    private Optional<KeyWrapper> known(List<ComponentModel> components) {
        return components.stream()
                .findFirst()
                .<Found>map(first -> first.getNote(NOTE + algorithm))
                .filter(found -> found.isAmong(components))
                .map(Found::key);
    }

    private Optional<KeyWrapper> find(RealmModel realm, List<ComponentModel> components) {
        Optional<KeyWrapper> key = Optional.ofNullable(session.keys().getActiveKey(realm, KeyUse.SIG, algorithm));
        if (!components.isEmpty() && components.stream().allMatch(this::saysAll)) {
            key.ifPresent(one -> components.get(0).setNote(NOTE + algorithm, new Found(components, one)));
        }
        return key;
    }

    /** Of Keycloak's own kinds, all but the keystore: a file may be missing for a while, and other kinds may change by themselves. */
    private boolean saysAll(ComponentModel component) {
        ProviderFactory<KeyProvider> kind =
                session.getKeycloakSessionFactory().getProviderFactory(KeyProvider.class, component.getProviderId());
        return kind != null
                && kind.getClass().getPackageName().equals(KeyProvider.class.getPackageName())
                && !(kind instanceof JavaKeystoreKeyProviderFactory);
    }
}
