package io.apicredentials.permission;

import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * All permission sets a credential can be of.
 *
 * @param sets in the order in which they are offered; each type once
 */
public record PermissionCatalogue(List<PermissionSet> sets) {

    public PermissionCatalogue {
        sets = List.copyOf(sets);
        List<String> types = sets.stream().map(PermissionSet::type).toList();
        if (sets.isEmpty() || new HashSet<>(types).size() != types.size()) {
            throw new IllegalArgumentException("a catalogue has at least one set, each once");
        }
    }

    /** The types of the sets, in order. */
    public List<String> types() {
        return sets.stream().map(PermissionSet::type).toList();
    }

    public Optional<PermissionSet> find(String type) {
        return sets.stream().filter(set -> set.type().equals(type)).findFirst();
    }

    /**
     * What a credential holds that could not be granted any more, since the catalogue was changed after it was granted.
     *
     * @param type of the set of the credential
     * @return each at its place, such as {@code permissions[2]}; all of them if there is no such set
     */
    public List<Problem> violations(String type, Permissions held) {
        Optional<PermissionSet> set = find(type);
        List<Problem> violations = new ArrayList<>();
        for (int index = 0; index < held.list().size(); index++) {
            Permission permission = held.list().get(index);
            if (set.filter(present -> present.offers(permission)).isEmpty()) {
                violations.add(Problem.of(
                        "permissions[" + index + "]", PermissionProblem.PERMISSION_NOT_IN_CATALOGUE, permission, type));
            }
        }
        return violations;
    }
}
