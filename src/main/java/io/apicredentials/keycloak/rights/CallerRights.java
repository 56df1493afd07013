package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.store.AdminRole;
import jakarta.ws.rs.ForbiddenException;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What the caller may do with the realm's API credentials. */
final class CallerRights {

    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    CallerRights(RealmModel realm, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.auth = auth;
    }

    /** @throws ForbiddenException unless the caller may look at credentials */
    void requireView() {
        if (!auth.clients().canView() && !holds(AdminRole.VIEW) && !holds(AdminRole.MANAGE)) {
            throw new ForbiddenException();
        }
    }

    /** @throws ForbiddenException unless the caller may change credentials */
    void requireManage() {
        if (!auth.clients().canManage() && !holds(AdminRole.MANAGE)) {
            throw new ForbiddenException();
        }
    }

    String userId() {
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
