package io.apicredentials.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Puts the post-processor behind everything else that changes tokens. */
public final class CredentialTokenPostProcessorFactory implements TokenPostProcessorFactory {

    /** Keycloak calls post-processors from the highest order to the lowest. */
    private static final int LAST = -1000;

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new CredentialTokenPostProcessor(session);
    }

    @Override
    public String getId() {
        return "api-credential";
    }

    @Override
    public int order() {
        return LAST;
    }
}
