package io.apicredentials.permission;

import java.util.List;
import java.util.Optional;

/**
 * Which permissions include which. Where that is not known, they do not: it decides what a token says.
 *
 * @param set that of the credential, which says which scopes are wider; empty if it is there no more
 */
public record Coverage(Optional<PermissionSet> set) {

    /**
     * Makes of permissions the narrower ones that somebody asks for.
     *
     * @param wanted one or more
     * @return what is wanted, each once; empty if one of it is not included
     */
    public Optional<Permissions> narrow(Permissions held, List<Permission> wanted) {
        boolean isIncluded =
                wanted.stream().allMatch(permission -> held.list().stream().anyMatch(one -> includes(one, permission)));
        List<Permission> each = wanted.stream().distinct().toList();
        return isIncluded && !each.isEmpty() && each.size() <= Permissions.MAX_ENTRIES
                ? Optional.of(new Permissions(each))
                : Optional.empty();
    }

    /** Whether a user of one permission may do all that another allows. */
    boolean includes(Permission held, Permission wanted) {
        if (!held.type().equals(wanted.type()) || !held.action().equals(wanted.action())) {
            return false;
        }
        if (held.equals(wanted)) {
            return true;
        }
        // Nobody knows here which wallets are in one vault.
        return held.resource() == null && (held.scope().equals(wanted.scope()) || isWider(held, wanted));
    }

    private boolean isWider(Permission held, Permission wanted) {
        return held.scope().equals(Permission.ORGANISATION_SCOPE)
                || set.flatMap(known -> known.isWider(held.type(), held.action(), held.scope(), wanted.scope()))
                        .orElse(false);
    }
}
