package io.apicredentials.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;

/** Takes the place of Keycloak's own provider, by the same id and a higher order. */
public final class CredentialIntrospectionFactory extends AccessTokenIntrospectionProviderFactory {

    @Override
    public TokenIntrospectionProvider create(KeycloakSession session) {
        return new CredentialIntrospection(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
