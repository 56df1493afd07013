package io.apicredentials.keycloak.rights;

import jakarta.ws.rs.ForbiddenException;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.managers.GrantTypeEndpointRestrictionValidator;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/** What the caller of a request may do with a realm's API credentials. */
public final class CallerRights {

    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    public CallerRights(RealmModel realm, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.auth = auth;
    }

    /**
     * The rights of whoever sent the bearer token of the request that is being answered, for ways of editing in which
     * Keycloak does not tell.
     *
     * @param session one of its own, since its realm is changed on the way
     * @return empty when there is no valid access token of this realm or the master realm: other tokens, such as those that
     *     open client registration (RFC 7591 1.2), speak for nobody
     */
    public static Optional<CallerRights> ofRequest(KeycloakSession session, RealmModel realm) {
        KeycloakContext context = session.getContext();
        AppAuthManager.AuthHeader header = AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                context.getHttpRequest().getHttpHeaders());
        if (header == null) {
            return Optional.empty();
        }
        RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
        Optional<AdminAuth> caller = Stream.of(realm, master)
                .flatMap(issuer -> verify(session, issuer, header.getToken()).stream())
                .findFirst();
        context.setRealm(realm);
        return caller.map(auth -> new CallerRights(realm, AdminPermissions.evaluator(session, realm, auth)));
    }

    /** As Keycloak's admin resource does, but for DPoP (RFC 9449): its proof is good for one look only. */
    private static Optional<AdminAuth> verify(KeycloakSession session, RealmModel issuer, String token) {
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

    /**
     * Refuses who may not look at credentials.
     *
     * @throws ForbiddenException unless the caller may
     */
    public void requireView() {
        if (!auth.clients().canView() && !holds(CredentialRole.VIEW) && !holds(CredentialRole.MANAGE)) {
            throw new ForbiddenException();
        }
    }

    /**
     * Refuses who may not change credentials.
     *
     * @throws ForbiddenException unless the caller may
     */
    public void requireManage() {
        if (!mayManage()) {
            throw new ForbiddenException();
        }
    }

    /** Whether the caller may change credentials. */
    public boolean mayManage() {
        return auth.clients().canManage() || holds(CredentialRole.MANAGE);
    }

    /** Whether the caller may look at the users of another realm: its own only, and those of all if it is the master realm. */
    public boolean mayViewUsersOf(KeycloakSession session, RealmModel other) {
        RealmModel callers = auth.adminAuth().getRealm();
        boolean mayAsk =
                callers.getId().equals(other.getId()) || callers.getName().equals(Config.getAdminRealm());
        return mayAsk
                && AdminPermissions.evaluator(session, other, auth.adminAuth())
                        .users()
                        .canView();
    }

    /** The id of the caller, as a user. */
    public String userId() {
        return auth.adminAuth().getUser().getId();
    }

    /**
     * Against the user's real roles. Keycloak's own check falls back to the claims of the presented token for roles that
     * are not built in, and who may edit clients can put any claim into a token.
     */
    private boolean holds(String role) {
        AdminAuth caller = auth.adminAuth();
        Optional<ClientModel> rolesOf = caller.getRealm().getName().equals(Config.getAdminRealm())
                ? Optional.ofNullable(realm.getMasterAdminClient())
                : Optional.ofNullable(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID));
        boolean administersThisRealm = caller.getRealm().getName().equals(Config.getAdminRealm())
                || caller.getRealm().getId().equals(realm.getId());
        return administersThisRealm
                && rolesOf.map(client -> caller.hasAppRole(client, role)).orElse(false);
    }
}
