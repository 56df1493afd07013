package io.apicredentials.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.ClientCredentialsGrantTypeFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;

/** Takes the place of Keycloak's own client credentials grant, by the same id and a higher order. */
public final class CredentialGrantFactory extends ClientCredentialsGrantTypeFactory {

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new CredentialGrant();
    }

    @Override
    public int order() {
        return 10;
    }
}
