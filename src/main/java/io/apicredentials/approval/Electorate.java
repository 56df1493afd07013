package io.apicredentials.approval;

import java.util.Set;

/**
 * The people who may decide at a moment, by the roles that they have then.
 *
 * @param users their user ids
 */
public record Electorate(Set<String> users) {

    public Electorate {
        users = Set.copyOf(users);
    }

    /** Whether this user may decide. */
    public boolean has(String user) {
        return users.contains(user);
    }

    /** How many may decide on what this user asked for. */
    public int besides(String requester) {
        return users.size() - (has(requester) ? 1 : 0);
    }
}
