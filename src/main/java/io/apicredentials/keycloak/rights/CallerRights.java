package io.apicredentials.keycloak.rights;

import jakarta.ws.rs.ForbiddenException;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionProvider;
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

    /** The caller, for other sessions. */
    public Caller caller() {
        AdminAuth caller = auth.adminAuth();
        return new Caller(
                caller.getRealm().getId(),
                caller.getUser().getId(),
                caller.getClient().getId(),
                caller.getToken());
    }

    /**
     * Refuses who may not look at credentials.
     *
     * @throws ForbiddenException unless the caller may
     */
    public void requireView() {
        if (!mayView()) {
            throw new ForbiddenException();
        }
    }

    public boolean mayView() {
        return auth.clients().canView() || holds(CredentialRole.VIEW) || holds(CredentialRole.MANAGE) || mayApprove();
    }

    /**
     * Refuses who may not decide on what others ask for.
     *
     * @throws ForbiddenException unless the caller may
     */
    public void requireApprove() {
        if (!mayApprove()) {
            throw new ForbiddenException();
        }
    }

    /** Whether the caller has the role to decide on what others ask for. No other role includes it but those for everything. */
    public boolean mayApprove() {
        return holds(CredentialRole.APPROVE);
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

    /**
     * Refuses who may not look at what holds for all credentials of the realm.
     *
     * @throws ForbiddenException unless the caller may
     */
    public void requireViewSettings() {
        if (!mayView() && !mayManageSettings()) {
            throw new ForbiddenException();
        }
    }

    /**
     * Refuses who may not change what holds for all credentials of the realm.
     *
     * @throws ForbiddenException unless the caller may
     */
    public void requireManageSettings() {
        if (!mayManageSettings()) {
            throw new ForbiddenException();
        }
    }

    /** Whether the caller may change the settings and the permission sets of the realm; to manage credentials is not enough. */
    private boolean mayManageSettings() {
        return auth.realm().canManageRealm() || holds(CredentialRole.MANAGE_SETTINGS);
    }

    /**
     * Whether the caller is known to be this user, and to act by himself. Keycloak takes the user of a token without a session
     * from its claims, which mappers of a client can write; only the service account of that client can be believed. A session
     * may be that of an administrator who impersonates the user. A user with an offline session (such as
     * a script) may have no other one.
     */
    public boolean isGenuine(KeycloakSession session) {
        AdminAuth caller = auth.adminAuth();
        String sessionId = caller.getToken().getSessionId();
        if (sessionId == null) {
            return caller.getClient().getId().equals(caller.getUser().getServiceAccountClientLink());
        }
        UserSessionProvider sessions = session.sessions();
        return Optional.ofNullable(sessions.getUserSession(caller.getRealm(), sessionId))
                .or(() -> Optional.ofNullable(sessions.getOfflineUserSession(caller.getRealm(), sessionId)))
                .filter(open -> open.getUser().getId().equals(caller.getUser().getId()))
                .filter(open -> open.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) == null)
                .isPresent();
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

    /** The id of the realm that the caller is a user of. */
    public String userRealm() {
        return auth.adminAuth().getRealm().getId();
    }

    /** The name of the caller, as a user. */
    public String username() {
        return auth.adminAuth().getUser().getUsername();
    }

    /** The client ID by which the caller came. */
    public String clientId() {
        return auth.adminAuth().getClient().getClientId();
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
