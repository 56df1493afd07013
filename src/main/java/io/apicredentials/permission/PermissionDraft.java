package io.apicredentials.permission;

import org.jspecify.annotations.Nullable;

/** A permission as somebody asked for it, before any rule was applied; null where nothing was given. */
public record PermissionDraft(
        @Nullable String type,
        @Nullable String action,
        @Nullable String scope,
        @Nullable String resource) {}
