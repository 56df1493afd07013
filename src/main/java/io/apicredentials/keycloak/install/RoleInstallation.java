package io.apicredentials.keycloak.install;

import io.apicredentials.keycloak.rights.CredentialRole;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * The client roles beside Keycloak's own admin roles: for administrators of the realm on {@code realm-management},
 * for those of the master realm on its client for the realm. Whoever holds every admin right holds them too.
 */
record RoleInstallation(RealmModel realm) implements Step {

    @Override
    public boolean isDone() {
        return clients()
                .allMatch(client -> CredentialRole.names()
                        .allMatch(name ->
                                Optional.ofNullable(client.getRole(name)).isPresent()));
    }

    @Override
    public void complete() {
        Optional.ofNullable(realm.getMasterAdminClient())
                .ifPresent(client ->
                        complete(client, Optional.ofNullable(client.getRealm().getRole(AdminRoles.ADMIN))));
        realmManagement()
                .ifPresent(client -> complete(client, Optional.ofNullable(client.getRole(AdminRoles.REALM_ADMIN))));
    }

    private static void complete(ClientModel client, Optional<RoleModel> everyRight) {
        CredentialRole.names().forEach(name -> {
            RoleModel role = Optional.ofNullable(client.getRole(name)).orElseGet(() -> client.addRole(name));
            everyRight.filter(all -> !all.hasRole(role)).ifPresent(all -> all.addCompositeRole(role));
        });
    }

    private Stream<ClientModel> clients() {
        return Stream.concat(Optional.ofNullable(realm.getMasterAdminClient()).stream(), realmManagement().stream());
    }

    /** The master realm has none. */
    private Optional<ClientModel> realmManagement() {
        return realm.getName().equals(Config.getAdminRealm())
                ? Optional.empty()
                : Optional.ofNullable(realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID));
    }
}
