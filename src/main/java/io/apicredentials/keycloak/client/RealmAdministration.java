package io.apicredentials.keycloak.client;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.ScopeContainerModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;

/**
 * Whether the service account of a client may administer a realm by its roles. Keycloak looks its roles up wherever it
 * asks for them, so that leaving them out of a token does not take them away.
 */
public final class RealmAdministration {

    private RealmAdministration() {}

    /**
     * Whether a service account has a role for administering, by whatever way it came to it (groups, composites, default
     * roles), and its client may use that role: by full scope, by a scope mapping of its own, or by a client scope that is
     * assigned to it, also an optional one. Everything that this asks for is in Keycloak's caches.
     */
    public static boolean mayAdminister(ClientModel client, UserModel serviceAccount) {
        List<RoleModel> roles = RoleUtils.getDeepUserRoleMappings(serviceAccount).stream()
                .filter(RealmAdministration::administers)
                .toList();
        // Nearly always there is none, and the client scopes need not be looked up.
        return !roles.isEmpty()
                && scopes(client).anyMatch(scope -> roles.stream().anyMatch(scope::hasScope));
    }

    private static Stream<ScopeContainerModel> scopes(ClientModel client) {
        return Stream.concat(
                Stream.of(client),
                Stream.of(true, false).map(client::getClientScopes).flatMap(scopes -> scopes.values().stream()));
    }

    private static boolean administers(RoleModel role) {
        return role.getContainer() instanceof ClientModel client
                ? AdminRoles.isAdminClient(client.getRealm(), client.getClientId())
                : AdminRoles.isAdminRole(role);
    }
}
