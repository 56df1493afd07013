package io.apicredentials.keycloak.signing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.GeneratedAesKeyProviderFactory;
import org.keycloak.keys.GeneratedEcdhKeyProviderFactory;
import org.keycloak.keys.GeneratedEcdsaKeyProviderFactory;
import org.keycloak.keys.GeneratedEddsaKeyProviderFactory;
import org.keycloak.keys.GeneratedHmacKeyProviderFactory;
import org.keycloak.keys.GeneratedRsaEncKeyProviderFactory;
import org.keycloak.keys.GeneratedRsaKeyProviderFactory;
import org.keycloak.keys.ImportedRsaEncKeyProviderFactory;
import org.keycloak.keys.ImportedRsaKeyProviderFactory;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The key that a realm signs with. To find it, Keycloak makes a provider of each key of the realm, for each token. Here it is
 * found once, and kept as a note of the first component, as Keycloak keeps what it has read of each: when a key or a setting of the
 * realm is changed, each node reads them anew, with other components ({@code CachedRealm}).
 *
 * @param algorithm as in the header of a token, such as {@code ES256}; none of RSA
 */
record ActiveKey(KeycloakSession session, String algorithm) {

    private static final String NOTE = "api-credential-active-key:";

    /**
     * Kinds of which a key depends on its component and on nothing else. A file is not always there, a certificate in it expires,
     * and what other providers do is not known. The certificates of imported RSA keys expire too, but no such key is looked for.
     */
    static final Set<Class<?>> KNOWN_KINDS = Set.of(
            GeneratedAesKeyProviderFactory.class,
            GeneratedEcdhKeyProviderFactory.class,
            GeneratedEcdsaKeyProviderFactory.class,
            GeneratedEddsaKeyProviderFactory.class,
            GeneratedHmacKeyProviderFactory.class,
            GeneratedRsaEncKeyProviderFactory.class,
            GeneratedRsaKeyProviderFactory.class,
            ImportedRsaEncKeyProviderFactory.class,
            ImportedRsaKeyProviderFactory.class);

    /**
     * The active key. Where there is none, Keycloak makes one.
     *
     * @throws RuntimeException Keycloak's, when it cannot
     */
    KeyWrapper of(RealmModel realm) {
        Optional<ComponentModel> first = components(realm).findFirst();
        return first.<KeyWrapper>map(component -> component.getNote(NOTE + algorithm))
                .orElseGet(() -> find(realm, first));
    }

    private KeyWrapper find(RealmModel realm, Optional<ComponentModel> first) {
        KeyWrapper key = session.keys().getActiveKey(realm, KeyUse.SIG, algorithm);
        List<ComponentModel> components = components(realm).toList();
        // There are others when Keycloak has just made the key, which is not committed yet.
        boolean areTheSame = first.isPresent() && !components.isEmpty() && components.get(0) == first.get();
        if (areTheSame && components.stream().allMatch(this::isOfKnownKind) && areLoaded(realm, components)) {
            first.get().setNote(NOTE + algorithm, key);
        }
        return key;
    }

    private boolean isOfKnownKind(ComponentModel component) {
        return Optional.ofNullable(session.getKeycloakSessionFactory()
                        .getProviderFactory(KeyProvider.class, component.getProviderId()))
                .filter(factory -> KNOWN_KINDS.contains(factory.getClass()))
                .isPresent();
    }

    /** Whether each component has given a key. Keycloak leaves out one that fails, and tries it again with the next token. */
    private boolean areLoaded(RealmModel realm, List<ComponentModel> components) {
        Set<String> loaded = session.keys()
                .getKeysStream(realm)
                .map(KeyWrapper::getProviderId)
                .collect(Collectors.toSet());
        return components.stream().map(ComponentModel::getId).allMatch(loaded::contains);
    }

    private static Stream<ComponentModel> components(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), KeyProvider.class.getName());
    }
}
