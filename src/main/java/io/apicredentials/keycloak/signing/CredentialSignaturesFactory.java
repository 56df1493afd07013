package io.apicredentials.keycloak.signing;

import java.util.Optional;
import java.util.Set;
import org.keycloak.crypto.ES256SignatureProviderFactory;
import org.keycloak.crypto.ES384SignatureProviderFactory;
import org.keycloak.crypto.ES512SignatureProviderFactory;
import org.keycloak.crypto.EdDSASignatureProviderFactory;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Takes the place of Keycloak's own signatures of an algorithm, by the same id and a higher order. There is none for RSA: no
 * library is noticeably faster at it.
 */
public abstract sealed class CredentialSignaturesFactory implements SignatureProviderFactory {

    private final SignatureProviderFactory keycloak;
    private Optional<SigningLibrary> library = Optional.empty();

    private CredentialSignaturesFactory(SignatureProviderFactory keycloak) {
        this.keycloak = keycloak;
    }

    /** ECDSA with P-256 and SHA-256 (RFC 7518 3.4). */
    public static final class Es256 extends CredentialSignaturesFactory {
        public Es256() {
            super(new ES256SignatureProviderFactory());
        }
    }

    /** ECDSA with P-384 and SHA-384 (RFC 7518 3.4). */
    public static final class Es384 extends CredentialSignaturesFactory {
        public Es384() {
            super(new ES384SignatureProviderFactory());
        }
    }

    /** ECDSA with P-521 and SHA-512 (RFC 7518 3.4). */
    public static final class Es512 extends CredentialSignaturesFactory {
        public Es512() {
            super(new ES512SignatureProviderFactory());
        }
    }

    /** Ed25519 and Ed448 (RFC 8037 3.1). */
    public static final class EdDsa extends CredentialSignaturesFactory {
        public EdDsa() {
            super(new EdDSASignatureProviderFactory());
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        library = SigningOption.ofServer();
    }

    @Override
    public SignatureProvider create(KeycloakSession session) {
        SignatureProvider own = keycloak.create(session);
        return library.<SignatureProvider>map(one -> new CredentialSignatures(session, getId(), one, own))
                .orElse(own);
    }

    @Override
    public Set<String> getJwkPrivateKeyClaims() {
        return keycloak.getJwkPrivateKeyClaims();
    }

    @Override
    public String getId() {
        return keycloak.getId();
    }

    @Override
    public int order() {
        return 10;
    }
}
