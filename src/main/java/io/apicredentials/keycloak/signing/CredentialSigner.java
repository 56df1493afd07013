package io.apicredentials.keycloak.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.AsymmetricSignatureSignerContext;
import org.keycloak.crypto.ECDSAAlgorithm;
import org.keycloak.crypto.JavaAlgorithm;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureException;
import org.keycloak.crypto.SignatureProvider;

/** Keycloak's signer with a key of a realm, which leaves the arithmetic to a library. */
final class CredentialSigner extends AsymmetricSignatureSignerContext {

    private static final Logger LOG = Logger.getLogger(CredentialSigner.class);

    private static final byte[] TRIAL = {1};

    private final SigningLibrary library;
    private final PrivateKey own;
    private final SignatureProvider keycloak;

    private CredentialSigner(KeyWrapper key, SigningLibrary library, PrivateKey own, SignatureProvider keycloak) {
        super(key);
        this.library = library;
        this.own = own;
        this.keycloak = keycloak;
    }

    /**
     * A signer with a key of a realm; empty where the library cannot sign with it.
     *
     * @param keycloak verifies the first signature of each key, and signs when the library fails
     */
    static Optional<CredentialSigner> of(KeyWrapper key, SigningLibrary library, SignatureProvider keycloak) {
        return Optional.ofNullable(key.getPrivateKey())
                .filter(PrivateKey.class::isInstance)
                .map(PrivateKey.class::cast)
                .flatMap(keycloaks ->
                        library.own(keycloaks, own -> new CredentialSigner(key, library, own, keycloak).passes()))
                .map(own -> new CredentialSigner(key, library, own, keycloak));
    }

    private boolean passes() {
        try {
            if (keycloak.verifier(key).verify(TRIAL, signByLibrary(TRIAL))) {
                LOG.debugf("%s signs with the key %s", library.name(), key.getKid());
                return true;
            }
            LOG.errorf("A signature with the key %s was wrong, so that Keycloak signs with it", key.getKid());
        } catch (GeneralSecurityException | VerificationException impossible) {
            LOG.debugf(impossible, "No signature with the key %s, so that Keycloak signs with it", key.getKid());
        }
        return false;
    }

    @Override
    public byte[] sign(byte[] data) throws SignatureException {
        try {
            return signByLibrary(data);
        } catch (GeneralSecurityException failed) {
            LOG.errorf(
                    failed,
                    "%s cannot sign any more, so that Keycloak signs with the key %s",
                    library.name(),
                    key.getKid());
            library.giveUp((PrivateKey) key.getPrivateKey());
            return keycloak.signer(key).sign(data);
        }
    }

    private byte[] signByLibrary(byte[] data) throws GeneralSecurityException {
        return library.sign(own, JavaAlgorithm.getJavaAlgorithm(getAlgorithm(), key.getCurve()), data, this::form);
    }

    /** RFC 7518 3.4 has the two numbers of ECDSA one after the other; Java has them in ASN.1. */
    private byte[] form(byte[] signature) throws IOException {
        return KeyType.EC.equals(key.getType())
                ? ECDSAAlgorithm.asn1derToConcatenatedRS(signature, ECDSAAlgorithm.getSignatureLength(getAlgorithm()))
                : signature;
    }
}
