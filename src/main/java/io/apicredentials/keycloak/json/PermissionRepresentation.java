package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.permission.Permission;
import org.jspecify.annotations.Nullable;

/** A permission in answers. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermissionRepresentation(
        String type, String action, String scope, @Nullable String resource) {

    public static PermissionRepresentation of(Permission permission) {
        return new PermissionRepresentation(
                permission.type(), permission.action(), permission.scope(), permission.resource());
    }
}
