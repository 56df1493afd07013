package io.apicredentials.permission;

import java.util.List;
import java.util.Optional;

/**
 * Which permissions include which. Where that is not known, they do not: it decides what a token says. The order of scopes in
 * a permission set says nothing here, since a realm may change it at any time, and scopes need not lie within each other.
 *
 * @param set that of the credential, which says what there is to be granted; empty if it is there no more
 */
public record Coverage(Optional<PermissionSet> set) {

    /**
     * Makes of permissions the narrower ones that somebody asks for.
     *
     * @param wanted one or more
     * @return what is wanted, each once; empty if one of it is not included, or if they are too many
     */
    public Optional<Permissions> narrow(Permissions held, List<Permission> wanted) {
        // Counted first: a request may name very many.
        if (wanted.isEmpty() || wanted.size() > Permissions.MAX_ENTRIES) {
            return Optional.empty();
        }
        boolean isIncluded =
                wanted.stream().allMatch(permission -> held.list().stream().anyMatch(one -> includes(one, permission)));
        return isIncluded
                ? Optional.of(new Permissions(wanted.stream().distinct().toList()))
                : Optional.empty();
    }

    /** Whether a user of one permission may do all that another allows. */
    private boolean includes(Permission held, Permission wanted) {
        if (!held.type().equals(wanted.type()) || !held.action().equals(wanted.action())) {
            return false;
        }
        if (held.equals(wanted)) {
            return true;
        }
        boolean isForAll = held.resource() == null;
        boolean isForOrganisation = held.scope().equals(Permission.ORGANISATION_SCOPE);
        // Nobody knows here which wallets are in one vault, or whether each is in one.
        return isForAll && (held.scope().equals(wanted.scope()) || (isForOrganisation && isOffered(wanted)));
    }

    private boolean isOffered(Permission wanted) {
        return set.flatMap(known -> known.grant(wanted.type(), wanted.action()))
                .filter(grant -> grant.scopes().contains(wanted.scope()))
                .isPresent();
    }
}
