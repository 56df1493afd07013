package io.apicredentials.permission;

import java.util.HashSet;
import java.util.List;

/**
 * A line of a permission set's catalogue: an action on a type, and the scopes in which it may be granted.
 *
 * @param scopes at least one, the widest first
 */
public record Grant(String type, String action, List<String> scopes) {

    public Grant {
        scopes = List.copyOf(scopes);
        if (!Permission.isWord(type)
                || !Permission.isWord(action)
                || !scopes.stream().allMatch(Permission::isWord)) {
            throw new IllegalArgumentException("type, action and scopes are lower-case words");
        }
        if (scopes.isEmpty() || new HashSet<>(scopes).size() != scopes.size()) {
            throw new IllegalArgumentException("a grant has at least one scope, each once");
        }
    }
}
