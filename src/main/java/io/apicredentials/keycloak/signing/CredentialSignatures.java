package io.apicredentials.keycloak.signing;

import io.apicredentials.keycloak.client.StoredCredential;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.SignatureException;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureSignerContext;
import org.keycloak.crypto.SignatureVerifierContext;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * Signatures of an algorithm: those of tokens of credentials by a library, all others by Keycloak.
 *
 * @param keycloak Keycloak's own of the same algorithm
 */
record CredentialSignatures(
        KeycloakSession session, String algorithm, SigningLibrary library, SignatureProvider keycloak)
        implements SignatureProvider {

    /** The signer for the client of the request, as which Keycloak signs its tokens. */
    @Override
    public SignatureSignerContext signer() throws SignatureException {
        ClientModel client = session.getContext().getClient();
        return client != null && StoredCredential.isApiCredential(client) ? ofCredential() : keycloak.signer();
    }

    private SignatureSignerContext ofCredential() {
        KeyWrapper key =
                new ActiveKey(session, algorithm).of(session.getContext().getRealm());
        return CredentialSigner.of(key, library, keycloak)
                .<SignatureSignerContext>map(own -> own)
                .orElseGet(keycloak::signer);
    }

    @Override
    public SignatureSignerContext signer(KeyWrapper key) throws SignatureException {
        return keycloak.signer(key);
    }

    @Override
    public SignatureVerifierContext verifier(String kid) throws VerificationException {
        return keycloak.verifier(kid);
    }

    @Override
    public SignatureVerifierContext verifier(KeyWrapper key) throws VerificationException {
        return keycloak.verifier(key);
    }

    @Override
    public boolean isAsymmetricAlgorithm() {
        return keycloak.isAsymmetricAlgorithm();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
