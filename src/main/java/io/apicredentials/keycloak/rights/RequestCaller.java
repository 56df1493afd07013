package io.apicredentials.keycloak.rights;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.GrantTypeEndpointRestrictionValidator;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The user who sent the bearer token of the request that is being answered, for ways of editing in which Keycloak does not
 * tell.
 *
 * <p>The token is verified anew. The one that Keycloak keeps for the request ({@link KeycloakContext#getBearerToken()}) is not
 * there at client registration; where it is, its {@code sub} need not be the user whose session it is from, since a mapper
 * can write any.
 *
 * @param session one of its own, since its realm is changed on the way
 */
public record RequestCaller(KeycloakSession session) {

    /**
     * What the caller may do with the API credentials of a realm.
     *
     * @return empty when there is no valid access token of this realm or the master realm: other tokens, such as those that
     *     open client registration (RFC 7591 1.2), speak for nobody
     */
    public Optional<CallerRights> rightsIn(RealmModel realm) {
        KeycloakContext context = session.getContext();
        AppAuthManager.AuthHeader header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                context.getHttpRequest().getHttpHeaders());
        if (header == null) {
            return Optional.empty();
        }
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        Optional<AdminAuth> caller = Stream.of(realm, master)
                .flatMap(issuer -> verify(issuer, header.getToken()).stream())
                .findFirst();
        context.setRealm(realm);
        return caller.map(auth -> new CallerRights(realm, AdminPermissions.evaluator(session, realm, auth)));
    }

    /** As Keycloak's admin resource does, but for DPoP (RFC 9449): its proof is good for one look only. */
    private Optional<AdminAuth> verify(RealmModel issuer, String token) {
        KeycloakContext context = session.getContext();
        context.setRealm(issuer);
        AuthResult result = AuthenticationManager.verifyIdentityToken(
                session,
                issuer,
                context.getUri(),
                context.getConnection(),
                true,
                true,
                null,
                false,
                token,
                context.getHttpRequest().getHttpHeaders(),
                verifier -> verifier.withChecks(GrantTypeEndpointRestrictionValidator.check(session)));
        return Optional.ofNullable(result)
                .map(valid -> new AdminAuth(issuer, valid.token(), valid.user(), valid.client()));
    }
}
