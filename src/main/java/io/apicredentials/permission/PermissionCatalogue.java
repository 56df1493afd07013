package io.apicredentials.permission;

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
}
