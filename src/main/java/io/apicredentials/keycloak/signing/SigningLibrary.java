package io.apicredentials.keycloak.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Signs with a library of which each key has a form of its own. To make that form of a key takes longer than to sign with it,
 * so that it is made once, and kept for as long as Keycloak keeps the key.
 */
final class SigningLibrary {

    private static final Logger LOG = Logger.getLogger(SigningLibrary.class);

    private final Provider provider;

    /** By Keycloak's key; empty for those that the library cannot sign with. */
    private final Map<PrivateKey, Optional<PrivateKey>> keys = Collections.synchronizedMap(new WeakHashMap<>());

    /** What is made of a signature. */
    @FunctionalInterface
    interface Form {

        /**
         * Makes it.
         *
         * @throws IOException when it is no signature
         */
        byte[] of(byte[] signature) throws IOException;
    }

    SigningLibrary(Provider provider) {
        this.provider = provider;
    }

    /** What it calls itself. */
    String name() {
        return provider.getName();
    }

    /**
     * The library's form of a key; empty where it cannot sign with it: a key that does not leave its keystore or its hardware,
     * or a curve that the library does not have.
     *
     * @param passes whether signatures of such a key are right, asked once before the first one is given to anybody
     */
    Optional<PrivateKey> own(PrivateKey key, Predicate<PrivateKey> passes) {
        return keys.computeIfAbsent(key, one -> translate(one).filter(passes));
    }

    /** Never signs with a key again. */
    void giveUp(PrivateKey key) {
        keys.put(key, Optional.empty());
    }

    /**
     * Signs data.
     *
     * @param key the library's form of it
     * @param algorithm by its name in Java
     * @param form makes of Java's form of a signature that of a token
     * @throws GeneralSecurityException whatever is wrong: native code throws what it likes, and may answer what is no signature
     */
    byte[] sign(PrivateKey key, String algorithm, byte[] data, Form form) throws GeneralSecurityException {
        try {
            Signature signature = Signature.getInstance(algorithm, provider);
            signature.initSign(key);
            signature.update(data);
            return form.of(signature.sign());
        } catch (IOException | RuntimeException | LinkageError failed) {
            throw new GeneralSecurityException(failed);
        }
    }

    private Optional<PrivateKey> translate(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            LOG.debugf("A key does not leave where it is kept, so that Keycloak signs with it");
            return Optional.empty();
        }
        try {
            return Optional.of(keyFactory(key.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | RuntimeException | LinkageError impossible) {
            LOG.debugf(impossible, "%s takes no such key, so that Keycloak signs with it", provider.getName());
            return Optional.empty();
        }
    }

    /** The library's, or else the JDK's: the library may take such a key as it is, which a trial shows. */
    private KeyFactory keyFactory(String algorithm) throws NoSuchAlgorithmException {
        return provider.getService("KeyFactory", algorithm) == null
                ? KeyFactory.getInstance(algorithm)
                : KeyFactory.getInstance(algorithm, provider);
    }
}
