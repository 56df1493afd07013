package io.apicredentials.keycloak.manage;

import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionSet;
import java.util.List;

/**
 * A change of the permission sets of a realm in its admin event: those that are not the same before and after, or all of
 * them if nothing but their order is different.
 */
record CatalogueChange(List<PermissionSet> before, List<PermissionSet> after) {

    static CatalogueChange between(PermissionCatalogue before, PermissionCatalogue after) {
        CatalogueChange change =
                new CatalogueChange(without(before.sets(), after.sets()), without(after.sets(), before.sets()));
        return change.before.isEmpty() && change.after.isEmpty() && !before.equals(after)
                ? new CatalogueChange(before.sets(), after.sets())
                : change;
    }

    private static List<PermissionSet> without(List<PermissionSet> sets, List<PermissionSet> others) {
        return sets.stream().filter(set -> !others.contains(set)).toList();
    }
}
