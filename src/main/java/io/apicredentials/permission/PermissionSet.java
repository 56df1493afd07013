package io.apicredentials.permission;

import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One of the kinds a credential can be of: what it may hold at most, and what it gets when nothing is chosen.
 *
 * @param type the wire value, such as {@code wallets}
 * @param name for people
 * @param description for people
 * @param catalogue what may be granted; each (type, action) once, at least one at organisation scope
 */
public record PermissionSet(String type, String name, String description, List<Grant> catalogue) {

    public PermissionSet {
        catalogue = List.copyOf(catalogue);
        if (!Permission.isWord(type)) {
            throw new IllegalArgumentException("the type of a set is a lower-case word");
        }
        Set<List<String>> seen = new HashSet<>();
        for (Grant grant : catalogue) {
            if (!seen.add(List.of(grant.type(), grant.action()))) {
                throw new IllegalArgumentException("granted twice: " + grant.type() + " " + grant.action());
            }
        }
        // A set without valid defaults is to fail where it is read, not at the first request that asks for them.
        defaultsOf(catalogue);
    }

    /** Every action of the set at organisation scope, for every resource. */
    public Permissions defaultPermissions() {
        return defaultsOf(catalogue);
    }

    private static Permissions defaultsOf(List<Grant> catalogue) {
        return new Permissions(catalogue.stream()
                .filter(grant -> grant.scopes().contains(Permission.ORGANISATION_SCOPE))
                .map(grant -> new Permission(grant.type(), grant.action(), Permission.ORGANISATION_SCOPE, null))
                .toList());
    }

    /** Whether this is something that the set offers. */
    boolean offers(Permission permission) {
        return grant(permission.type(), permission.action())
                .filter(grant -> grant.scopes().contains(permission.scope()))
                .isPresent();
    }

    /** What it says about an action on a type. */
    Optional<Grant> grant(String type, String action) {
        return catalogue.stream()
                .filter(grant -> grant.type().equals(type) && grant.action().equals(action))
                .findFirst();
    }

    /**
     * Turns what was asked for into permissions of this set and reports everything that is wrong with it.
     *
     * @param problem receives each, at {@code ""} for the list and at {@code [0].scope} for a part of its first entry
     * @return empty if anything was reported
     */
    public Optional<Permissions> check(List<PermissionDraft> drafts, Consumer<Problem> problem) {
        if (drafts.isEmpty()) {
            problem.accept(Problem.of("", PermissionProblem.PERMISSIONS_EMPTY, type));
            return Optional.empty();
        }
        boolean valid = drafts.size() <= Permissions.MAX_ENTRIES;
        if (!valid) {
            problem.accept(
                    Problem.of("", PermissionProblem.TOO_MANY_PERMISSIONS, drafts.size(), Permissions.MAX_ENTRIES));
        }
        List<Permission> permissions = new ArrayList<>();
        // Texts and not permissions: a caller can choose values of equal hash codes, and a HashSet stays fast with
        // those only if they can be compared.
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < drafts.size(); index++) {
            String place = "[" + index + "]";
            DraftCheck check = new DraftCheck(this, drafts.get(index), wrong -> problem.accept(wrong.within(place)));
            Optional<Permission> permission = check.permission();
            if (permission.isPresent() && !seen.add(permission.get().toString())) {
                problem.accept(Problem.of(place, PermissionProblem.DUPLICATE_PERMISSION, permission.get()));
                valid = false;
            }
            valid &= permission.isPresent();
            permission.ifPresent(permissions::add);
        }
        return valid ? Optional.of(new Permissions(permissions)) : Optional.empty();
    }
}
