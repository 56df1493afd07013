package io.apicredentials.permission;

import org.jspecify.annotations.Nullable;

/** A permission as somebody asked for it, before any rule was applied; null where nothing was given. */
public record PermissionDraft(
        @Nullable String type,
        @Nullable String action,
        @Nullable String scope,
        @Nullable String resource) {

    /** A draft that asks for this permission. */
    public static PermissionDraft of(Permission permission) {
        return new PermissionDraft(permission.type(), permission.action(), permission.scope(), permission.resource());
    }
}
