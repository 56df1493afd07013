package io.apicredentials.permission;

import io.apicredentials.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Permissions of which somebody asks which credentials hold them. Its text form is that of a permission, of which the
 * resource, or scope and resource, may be left out; then they may be any.
 *
 * @param scope null for any
 * @param resource null for any; {@value #EVERY} for those who may do it to every resource of the scope
 */
public record PermissionPattern(
        String type,
        String action,
        @Nullable String scope,
        @Nullable String resource) {

    private static final String EVERY = "*";

    /**
     * Reads the text form.
     *
     * @param problem receives what is wrong, when the result is empty
     */
    public static Optional<PermissionPattern> parse(String text, Consumer<Problem> problem) {
        String[] parts = text.split(":", 4);
        PermissionPattern pattern = new PermissionPattern(
                parts[0],
                parts.length > 1 ? parts[1] : "",
                parts.length > 2 ? parts[2] : null,
                parts.length > 3 ? parts[3] : null);
        if (pattern.isValid()) {
            return Optional.of(pattern);
        }
        problem.accept(Problem.with("", PermissionProblem.PERMISSION_PATTERN_MALFORMED, text));
        return Optional.empty();
    }

    private boolean isValid() {
        boolean isResourceValid = resource == null
                || resource.equals(EVERY)
                || (Permission.isResource(resource) && !Permission.ORGANISATION_SCOPE.equals(scope));
        return Permission.isWord(type)
                && Permission.isWord(action)
                && (scope == null || Permission.isWord(scope))
                && isResourceValid;
    }

    /**
     * Whether a credential may do this, be it by a permission with a wider scope.
     *
     * @param set that of the credential, which says which scopes are wider; without it, and for what it does not have,
     *     every other scope counts as wider than all but {@value Permission#ORGANISATION_SCOPE}
     */
    public boolean isCoveredBy(Permissions held, Optional<PermissionSet> set) {
        return held.list().stream().anyMatch(permission -> isCoveredBy(permission, set));
    }

    private boolean isCoveredBy(Permission held, Optional<PermissionSet> set) {
        if (!held.type().equals(type) || !held.action().equals(action)) {
            return false;
        }
        if (scope == null) {
            return true;
        }
        return held.scope().equals(scope)
                ? resource == null || held.resource() == null || held.resource().equals(resource)
                : isWider(held.scope(), scope, set);
    }

    private boolean isWider(String held, String wanted, Optional<PermissionSet> set) {
        if (wanted.equals(Permission.ORGANISATION_SCOPE) || held.equals(Permission.ORGANISATION_SCOPE)) {
            return held.equals(Permission.ORGANISATION_SCOPE);
        }
        List<String> scopes = set.flatMap(known -> known.grant(type, action))
                .map(Grant::scopes)
                .orElse(List.of());
        boolean isKnown = scopes.contains(held) && scopes.contains(wanted);
        return !isKnown || scopes.indexOf(held) < scopes.indexOf(wanted);
    }
}
