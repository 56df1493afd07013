package io.apicredentials.keycloak.signing;

import java.lang.reflect.Method;
import java.security.Provider;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.crypto.CryptoIntegration;

/** What can sign the tokens of credentials, by the words of the option. */
enum SigningChoice {

    /** The library that Keycloak has for certificates. In FIPS mode there is another in its place, and Keycloak signs. */
    BOUNCY_CASTLE("bouncy-castle") {
        @Override
        Optional<Provider> load() {
            return Optional.ofNullable(CryptoIntegration.getProvider().getBouncyCastleProvider())
                    .filter(provider -> provider.getName().equals("BC"));
        }
    },

    /** The Amazon Corretto Crypto Provider, which is native code: an operator adds its JAR to the server. */
    CORRETTO("corretto") {
        @Override
        Optional<Provider> load() {
            try {
                Class<?> library = Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider");
                Object provider = library.getField("INSTANCE").get(null);
                // It throws unless the native code is there and has passed its tests.
                Method check = library.getMethod("assertHealthy");
                check.invoke(provider);
                return Optional.of((Provider) provider);
            } catch (ReflectiveOperationException | LinkageError absent) {
                LOG.debug("The Amazon Corretto Crypto Provider cannot be used", absent);
                return Optional.empty();
            }
        }
    },

    /** Keycloak by itself, with what the JDK has. */
    KEYCLOAK("keycloak") {
        @Override
        Optional<Provider> load() {
            return Optional.empty();
        }
    };

    static final SigningChoice DEFAULT = BOUNCY_CASTLE;

    private static final Logger LOG = Logger.getLogger(SigningChoice.class);

    private final String word;

    SigningChoice(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** The library; empty where it cannot be used, or none is to be. */
    abstract Optional<Provider> load();
}
