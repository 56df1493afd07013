package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.json.PermissionRepresentation;
import io.apicredentials.permission.Grant;
import io.apicredentials.permission.PermissionSet;
import java.util.List;

/** A permission set in answers. */
record PermissionSetRepresentation(
        String type,
        String name,
        String description,
        List<Grant> catalogue,
        List<PermissionRepresentation> defaultPermissions) {

    static PermissionSetRepresentation of(PermissionSet set) {
        return new PermissionSetRepresentation(
                set.type(),
                set.name(),
                set.description(),
                set.catalogue(),
                set.defaultPermissions().list().stream()
                        .map(PermissionRepresentation::of)
                        .toList());
    }
}
