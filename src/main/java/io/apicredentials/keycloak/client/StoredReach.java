package io.apicredentials.keycloak.client;

import io.apicredentials.network.AskedAddress;
import io.apicredentials.network.IpAllowList;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionPattern;
import io.apicredentials.permission.PermissionSet;
import java.util.Optional;

/** What a stored credential may do, and from where it may be used. One that cannot be read may do nothing, from nowhere. */
public record StoredReach(StoredCredential credential) {

    /** Whether it could be used from there. */
    public boolean isUsableFrom(AskedAddress address) {
        return credential.allowedIps().filter(address::isAdmittedBy).isPresent();
    }

    /** Whether it could be used from every IPv4 address, be that said by one range or by several. */
    public boolean isOpenToAll() {
        return credential.allowedIps().filter(IpAllowList::coversEveryAddress).isPresent();
    }

    /** Whether it may do this. */
    public boolean mayDo(PermissionPattern pattern, PermissionCatalogue catalogue) {
        Optional<PermissionSet> set = credential.permissionSet().flatMap(catalogue::find);
        return credential
                .permissions()
                .filter(held -> pattern.isCoveredBy(held, set))
                .isPresent();
    }
}
