package io.apicredentials.keycloak.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Stub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.GeneratedEcdsaKeyProviderFactory;
import org.keycloak.keys.JavaKeystoreKeyProviderFactory;
import org.keycloak.keys.KeyProviderFactory;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** How often Keycloak is asked for the key that a realm signs with. */
class ActiveKeyTest {

    private final List<KeyWrapper> asked = new ArrayList<>();
    private List<ComponentModel> components = read();
    private List<String> loaded = List.of("first", "second");
    private KeyProviderFactory<?> kind = new GeneratedEcdsaKeyProviderFactory();
    private Runnable whileAsked = () -> {};

    @Test
    void isFoundOnce() {
        KeyWrapper key = ask("ES256");

        assertThat(ask("ES256")).isSameAs(key);
        assertThat(asked).hasSize(1);
    }

    @Test
    void isFoundForEachAlgorithm() {
        KeyWrapper key = ask("ES256");

        assertThat(ask("ES384")).isNotSameAs(key);
        assertThat(ask("ES256")).isSameAs(key);
        assertThat(asked).hasSize(2);
    }

    @Test
    void isFoundAgainWhenTheRealmWasReadAnew() {
        ask("ES256");
        components = read();

        ask("ES256");

        assertThat(asked).hasSize(2);
    }

    /** Other requests must not sign with it: it is gone if this one fails. */
    @Test
    void isNotKeptForOthersWhenKeycloakHasJustMadeIt() {
        List<ComponentModel> ofOthers = components;
        whileAsked = () -> components = read();
        ask("ES256");
        components = ofOthers;
        whileAsked = () -> {};

        ask("ES256");

        assertThat(asked).hasSize(2);
    }

    @Test
    void isNotKeptWhileAKeyCannotBeRead() {
        loaded = List.of("second");
        ask("ES256");
        loaded = List.of("first", "second");

        ask("ES256");
        ask("ES256");

        assertThat(asked).hasSize(2);
    }

    @Test
    void isNotKeptBesideAKeystore() {
        kind = new JavaKeystoreKeyProviderFactory();
        ask("ES256");

        ask("ES256");

        assertThat(asked).hasSize(2);
    }

    @Test
    void isNotKeptBesideAKindThatKeycloakOnlyExtends() {
        kind = new GeneratedEcdsaKeyProviderFactory() {};
        ask("ES256");

        ask("ES256");

        assertThat(asked).hasSize(2);
    }

    /** Another one of Keycloak's has to be looked at: may its keys change while nothing of the realm does? */
    @Test
    void allKindsOfKeycloakAreKnownButTheKeystore() {
        List<Class<?>> kinds = new ArrayList<>(ActiveKey.KNOWN_KINDS);
        kinds.add(JavaKeystoreKeyProviderFactory.class);

        assertThat(ServiceLoader.load(KeyProviderFactory.class).stream()
                        .<Class<?>>map(ServiceLoader.Provider::type)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void isAskedForInARealmWithoutKeys() {
        components = List.of();
        ask("ES256");

        ask("ES256");

        assertThat(asked).hasSize(2);
    }

    private KeyWrapper ask(String algorithm) {
        KeyManager keys = Stub.of(
                KeyManager.class,
                Map.of("getActiveKey", (Supplier<KeyWrapper>) this::find, "getKeysStream", (Supplier<Object>)
                        () -> loaded.stream().map(ActiveKeyTest::keyOf)));
        KeycloakSessionFactory factory =
                Stub.of(KeycloakSessionFactory.class, Map.of("getProviderFactory", (Supplier<Object>) () -> kind));
        KeycloakSession session =
                Stub.of(KeycloakSession.class, Map.of("keys", keys, "getKeycloakSessionFactory", factory));
        RealmModel realm = Stub.of(RealmModel.class, Map.of("getId", "realm", "getComponentsStream", (Supplier<Object>)
                () -> components.stream()));
        return new ActiveKey(session, algorithm).of(realm);
    }

    private KeyWrapper find() {
        KeyWrapper key = new KeyWrapper();
        asked.add(key);
        whileAsked.run();
        return key;
    }

    /** What Keycloak has in its cache after it has read a realm: new objects each time. */
    private static List<ComponentModel> read() {
        return List.of(component("first"), component("second"));
    }

    private static ComponentModel component(String id) {
        ComponentModel component = new ComponentModel();
        component.setId(id);
        component.setProviderId("any");
        return component;
    }

    private static KeyWrapper keyOf(String component) {
        KeyWrapper key = new KeyWrapper();
        key.setProviderId(component);
        return key;
    }
}
