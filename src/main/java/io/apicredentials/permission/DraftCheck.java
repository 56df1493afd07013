package io.apicredentials.permission;

import static io.apicredentials.permission.PermissionProblem.PERMISSION_ACTION_MISSING;
import static io.apicredentials.permission.PermissionProblem.PERMISSION_ACTION_UNKNOWN;
import static io.apicredentials.permission.PermissionProblem.PERMISSION_SCOPE_MISSING;
import static io.apicredentials.permission.PermissionProblem.PERMISSION_SCOPE_UNKNOWN;
import static io.apicredentials.permission.PermissionProblem.PERMISSION_TYPE_MISSING;
import static io.apicredentials.permission.PermissionProblem.PERMISSION_TYPE_UNKNOWN;
import static io.apicredentials.permission.PermissionProblem.RESOURCE_IN_SCOPE_ORG;
import static io.apicredentials.permission.PermissionProblem.RESOURCE_MALFORMED;

import io.apicredentials.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks one draft against a set. Each part that is right leaves fewer choices for the next; one that is wrong leaves them
 * all, so that the others can be judged nevertheless.
 */
final class DraftCheck {

    private final PermissionDraft draft;
    private final Consumer<Problem> problem;
    private final StringJoiner chosen;
    private List<Grant> grants;

    DraftCheck(PermissionSet set, PermissionDraft draft, Consumer<Problem> problem) {
        this.draft = draft;
        this.problem = problem;
        this.chosen = new StringJoiner(" ").setEmptyValue(set.type());
        this.grants = set.catalogue();
    }

    /** A part of a permission: where it is, what the catalogue offers for it, and how it can be wrong. */
    private record Part(
            String place, PermissionProblem missing, PermissionProblem unknown, Function<Grant, List<String>> offers) {}

    private static final Part TYPE =
            new Part(".type", PERMISSION_TYPE_MISSING, PERMISSION_TYPE_UNKNOWN, grant -> List.of(grant.type()));
    private static final Part ACTION =
            new Part(".action", PERMISSION_ACTION_MISSING, PERMISSION_ACTION_UNKNOWN, grant -> List.of(grant.action()));
    private static final Part SCOPE =
            new Part(".scope", PERMISSION_SCOPE_MISSING, PERMISSION_SCOPE_UNKNOWN, Grant::scopes);

    /** The permission that the draft asks for; empty if anything was reported. */
    Optional<Permission> permission() {
        Optional<String> type = choose(TYPE, draft.type());
        Optional<String> action = choose(ACTION, draft.action());
        Optional<String> scope = choose(SCOPE, draft.scope());
        Optional<Problem> wrongResource = resourceProblem();
        wrongResource.ifPresent(problem);
        if (type.isEmpty() || action.isEmpty() || scope.isEmpty() || wrongResource.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Permission(type.get(), action.get(), scope.get(), draft.resource()));
    }

    private Optional<String> choose(Part part, @Nullable String wanted) {
        List<String> choices = grants.stream()
                .flatMap(grant -> part.offers.apply(grant).stream())
                .distinct()
                .toList();
        String listed = String.join(", ", choices);
        if (wanted == null) {
            problem.accept(Problem.of(part.place, part.missing, listed));
            return Optional.empty();
        }
        if (!choices.contains(wanted)) {
            problem.accept(Problem.with(part.place, part.unknown, wanted, chosen, listed));
            return Optional.empty();
        }
        grants = grants.stream()
                .filter(grant -> part.offers.apply(grant).contains(wanted))
                .toList();
        chosen.add(wanted);
        return Optional.of(wanted);
    }

    private Optional<Problem> resourceProblem() {
        String resource = draft.resource();
        if (resource == null) {
            return Optional.empty();
        }
        if (Permission.ORGANISATION_SCOPE.equals(draft.scope())) {
            return Optional.of(Problem.with(".resource", RESOURCE_IN_SCOPE_ORG, resource));
        }
        return Permission.isResource(resource)
                ? Optional.empty()
                : Optional.of(Problem.with(".resource", RESOURCE_MALFORMED, resource));
    }
}
