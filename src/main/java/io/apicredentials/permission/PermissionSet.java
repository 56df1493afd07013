package io.apicredentials.permission;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One of the kinds a credential can be of: what it may hold at most, and what it gets when nothing is chosen.
 *
 * @param type the wire value, such as {@code wallets}
 * @param name for people
 * @param description for people
 * @param catalogue what may be granted; each (type, action) once
 */
public record PermissionSet(String type, String name, String description, List<Grant> catalogue) {

    public PermissionSet {
        catalogue = List.copyOf(catalogue);
        Set<List<String>> seen = new HashSet<>();
        for (Grant grant : catalogue) {
            if (!seen.add(List.of(grant.type(), grant.action()))) {
                throw new IllegalArgumentException("granted twice: " + grant.type() + " " + grant.action());
            }
        }
    }

    /** Every action of the set at organisation scope, for every resource. */
    public Permissions defaultPermissions() {
        return new Permissions(catalogue.stream()
                .filter(grant -> grant.scopes().contains(Permission.ORGANISATION_SCOPE))
                .map(grant -> new Permission(grant.type(), grant.action(), Permission.ORGANISATION_SCOPE, null))
                .toList());
    }

    /** True when the catalogue has the permission's type, action and scope. */
    public boolean grants(Permission permission) {
        return catalogue.stream()
                .anyMatch(grant -> grant.type().equals(permission.type())
                        && grant.action().equals(permission.action())
                        && grant.scopes().contains(permission.scope()));
    }

    /**
     * Turns what was asked for into permissions of this set and reports everything that is wrong with it.
     *
     * @param problem receives the place ({@code ""} for the list, {@code [0].scope} for a part of its first entry) and one
     *     sentence saying what is wrong and what would be right
     * @return empty if anything was reported
     */
    public Optional<Permissions> check(List<PermissionDraft> drafts, BiConsumer<String, String> problem) {
        if (drafts.isEmpty()) {
            problem.accept(
                    "",
                    "At least one permission is needed; leave the permissions out to get the defaults of the set "
                            + type + ".");
            return Optional.empty();
        }
        if (drafts.size() > Permissions.MAX_ENTRIES) {
            problem.accept(
                    "",
                    "There are " + drafts.size() + " permissions; at most " + Permissions.MAX_ENTRIES
                            + " are allowed, so use a wider scope or split the credential.");
            return Optional.empty();
        }
        Set<Permission> permissions = new LinkedHashSet<>();
        boolean valid = true;
        for (int index = 0; index < drafts.size(); index++) {
            String place = "[" + index + "]";
            Optional<Permission> permission =
                    checkOne(drafts.get(index), (part, message) -> problem.accept(place + part, message));
            if (permission.isPresent() && !permissions.add(permission.get())) {
                problem.accept(place, "The permission " + permission.get() + " is listed twice; list each one once.");
                valid = false;
            }
            valid &= permission.isPresent();
        }
        return valid ? Optional.of(new Permissions(new ArrayList<>(permissions))) : Optional.empty();
    }

    private Optional<Permission> checkOne(PermissionDraft draft, BiConsumer<String, String> problem) {
        Optional<String> wrongResource = resourceProblem(draft);
        wrongResource.ifPresent(message -> problem.accept(".resource", message));

        List<Grant> ofType = narrow(catalogue, "type", draft.type(), Grant::type, "the set " + type, problem);
        if (ofType.isEmpty()) {
            return Optional.empty();
        }
        List<Grant> ofAction = narrow(ofType, "action", draft.action(), Grant::action, draft.type() + "", problem);
        if (ofAction.isEmpty()) {
            return Optional.empty();
        }
        List<String> scopes = ofAction.get(0).scopes();
        String scope = draft.scope();
        if (scope == null || !scopes.contains(scope)) {
            String granted = draft.type() + " " + draft.action();
            problem.accept(".scope", choose("scope", scope, scopes, granted));
            return Optional.empty();
        }
        return wrongResource.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Permission(ofAction.get(0).type(), ofAction.get(0).action(), scope, draft.resource()));
    }

    private static List<Grant> narrow(
            List<Grant> grants,
            String part,
            @Nullable String wanted,
            Function<Grant, String> value,
            String of,
            BiConsumer<String, String> problem) {
        Predicate<Grant> matches = grant -> value.apply(grant).equals(wanted);
        List<Grant> narrowed = grants.stream().filter(matches).toList();
        if (narrowed.isEmpty()) {
            problem.accept(
                    "." + part,
                    choose(part, wanted, grants.stream().map(value).distinct().toList(), of));
        }
        return narrowed;
    }

    private static String choose(String part, @Nullable String wanted, List<String> choices, String of) {
        String wrong = wanted == null
                ? "The permission has no " + part
                : "'" + shortened(wanted) + "' is no " + part + " of " + of;
        return wrong + "; choose one of: " + String.join(", ", choices) + ".";
    }

    private static Optional<String> resourceProblem(PermissionDraft draft) {
        String resource = draft.resource();
        if (resource == null) {
            return Optional.empty();
        }
        if (Permission.ORGANISATION_SCOPE.equals(draft.scope())) {
            return Optional.of("A permission in scope org has no resource; leave it out or choose a narrower scope.");
        }
        if (!Permission.isResource(resource)) {
            return Optional.of("'" + shortened(resource)
                    + "' is no resource id; write 1 to 64 letters, digits or any of . _ : - or leave it out for every"
                    + " resource.");
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= 64 ? text : text.substring(0, 64) + "…";
    }
}
