package io.apicredentials.keycloak.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.RefreshTokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;

/**
 * Introspection of what the caller calls a refresh token. Keycloak looks at any token by this hint (RFC 7662 2.1), so that
 * what holds for {@link CredentialIntrospection} has to hold here.
 */
final class RefreshIntrospection extends RefreshTokenIntrospectionProvider {

    RefreshIntrospection(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean introspectionChecks(String encoded) {
        boolean active = super.introspectionChecks(encoded);
        if (!active) {
            transformedToken = null;
        }
        return active;
    }

    @Override
    public AccessToken transformAccessToken(AccessToken verified, UserSessionModel userSession) {
        ReservedClaims reserved = new ReservedClaims(session);
        return reserved.isCredential(verified.getIssuedFor())
                ? verified
                : reserved.asVerified(
                        verified, super.transformAccessToken(verified, userSession), userSession.getUser());
    }
}
