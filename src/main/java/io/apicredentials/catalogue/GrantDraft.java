package io.apicredentials.catalogue;

import io.apicredentials.permission.Grant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An action on a type and its scopes, before any rule was applied; null where nothing was given. */
public record GrantDraft(
        @Nullable String type,
        @Nullable String action,
        @Nullable List<String> scopes) {

    private static final int MAX_SCOPES = 10;

    /** The grant, if nothing was reported. */
    Optional<Grant> check(Reports reports) {
        reports.word(".type", type);
        reports.word(".action", action);
        List<String> given = scopes == null ? List.of() : scopes;
        reports.size(".scopes", given, MAX_SCOPES);
        for (int index = 0; index < given.size(); index++) {
            reports.word(".scopes[" + index + "]", given.get(index));
        }
        // Function.identity() would promise a key that is never null, which newer compilers refuse here.
        reports.duplicates(given, scope -> scope, ".scopes");
        return type != null && action != null && reports.isEmpty()
                ? Optional.of(new Grant(type, action, given))
                : Optional.empty();
    }

    boolean hasScope(String scope) {
        return scopes != null && scopes.contains(scope);
    }

    /** Null if either is not given. */
    @Nullable String typeAndAction() {
        return type == null || action == null ? null : type + " " + action;
    }
}
