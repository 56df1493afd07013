package io.apicredentials.keycloak.rights;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.GrantTypeEndpointRestrictionValidator;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * The user who sent the request that is being answered, for ways of editing in which Keycloak does not tell who it is.
 *
 * @param request the session of the request
 * @param fresh one that knows nothing of the request's changes; its realm is changed on the way
 */
public record RequestCaller(KeycloakSession request, KeycloakSession fresh) {

    /**
     * What the caller may do with the API credentials of a realm.
     *
     * @return empty when there is no valid access token of this realm or the master realm: other tokens, such as those that
     *     open client registration (RFC 7591 1.2), speak for nobody
     */
    public Optional<CallerRights> rightsIn(RealmModel realm) {
        Optional<AdminAuth> caller = issuers(realm)
                .flatMap(issuer -> authenticated(issuer).stream())
                .findFirst()
                .or(() -> byHeader(realm));
        fresh.getContext().setRealm(realm);
        // The evaluator looks at the settings of the client that the caller uses.
        caller.map(AdminAuth::getClient).ifPresent(fresh.getContext()::setClient);
        return caller.map(auth -> new CallerRights(realm, AdminPermissions.evaluator(fresh, realm, auth)));
    }

    private Stream<RealmModel> issuers(RealmModel realm) {
        return Stream.of(realm, fresh.realms().getRealmByName(Config.getAdminRealm()));
    }

    /**
     * The caller by the token that Keycloak has verified for this request, where it has, and if the token names its user: a
     * light one, such as those of the console, need not.
     */
    private Optional<AdminAuth> authenticated(RealmModel issuer) {
        if (!(request.getContext().getBearerToken() instanceof AccessToken token)
                || token.getSubject() == null
                || !issuerOf(issuer).equals(token.getIssuer())) {
            return Optional.empty();
        }
        UserModel user = fresh.users().getUserById(issuer, token.getSubject());
        ClientModel client = issuer.getClientByClientId(token.getIssuedFor());
        return user == null || client == null
                ? Optional.empty()
                : Optional.of(new AdminAuth(issuer, token, user, client));
    }

    private String issuerOf(RealmModel realm) {
        KeycloakContext context = fresh.getContext();
        context.setRealm(realm);
        return Urls.realmIssuer(context.getUri().getBaseUri(), realm.getName());
    }

    private Optional<AdminAuth> byHeader(RealmModel realm) {
        AppAuthManager.AuthHeader header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                fresh.getContext().getHttpRequest().getHttpHeaders());
        return header == null
                ? Optional.empty()
                : issuers(realm)
                        .flatMap(issuer -> verify(issuer, header.getToken()).stream())
                        .findFirst();
    }

    /** As Keycloak's admin resource does, but for DPoP (RFC 9449): its proof is good for one look only. */
    private Optional<AdminAuth> verify(RealmModel issuer, String token) {
        KeycloakContext context = fresh.getContext();
        context.setRealm(issuer);
        AuthResult result = AuthenticationManager.verifyIdentityToken(
                fresh,
                issuer,
                context.getUri(),
                context.getConnection(),
                true,
                true,
                null,
                false,
                token,
                context.getHttpRequest().getHttpHeaders(),
                verifier -> verifier.withChecks(GrantTypeEndpointRestrictionValidator.check(fresh)));
        return Optional.ofNullable(result)
                .map(valid -> new AdminAuth(issuer, valid.token(), valid.user(), valid.client()));
    }
}
