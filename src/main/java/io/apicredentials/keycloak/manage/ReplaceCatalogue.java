package io.apicredentials.keycloak.manage;

import io.apicredentials.keycloak.client.GrantedPermissions;
import io.apicredentials.keycloak.client.GrantedPermissions.Holder;
import io.apicredentials.keycloak.client.RealmRow;
import io.apicredentials.keycloak.client.RowLock;
import io.apicredentials.keycloak.settings.RealmCatalogue;
import io.apicredentials.permission.PermissionCatalogue;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;

/** Replaces the permission sets of a realm as a whole. What credentials hold already, they go on holding. */
public record ReplaceCatalogue(ManageContext context) {

    /** What came of it. */
    public sealed interface Outcome {

        /** The sets are these. */
        record Done(PermissionCatalogue catalogue) implements Outcome {}

        /** These credentials hold what the sets do not have, so that nothing is changed. */
        record StillGranted(List<Holder> holders) implements Outcome {}

        /** Another request is changing the realm. */
        record Busy() implements Outcome {}
    }

    /**
     * Replaces them, with an admin event. What changes nothing writes nothing. The caller has seen to the right to do so.
     *
     * @param sets empty means the built-in ones
     * @param keepGranted whether credentials may hold what the sets do not have
     */
    public Outcome run(Optional<PermissionCatalogue> sets, boolean keepGranted) {
        RealmCatalogue stored = new RealmCatalogue(context.realm());
        if (stored.isAlready(sets)) {
            return new Outcome.Done(stored.present());
        }
        if (new RealmRow(context.session(), context.realm()).takeAnew() != RowLock.HELD) {
            return new Outcome.Busy();
        }
        if (stored.isAlready(sets)) {
            return new Outcome.Done(stored.present());
        }
        PermissionCatalogue before = stored.present();
        PermissionCatalogue after = sets.orElseGet(RealmCatalogue::builtIn);
        List<Holder> holders = keepGranted ? List.of() : holdersOutside(after);
        if (!holders.isEmpty()) {
            return new Outcome.StillGranted(holders);
        }
        stored.declare(sets);
        context.changes()
                .permissionSetsChanged(sets.isPresent() ? OperationType.UPDATE : OperationType.DELETE, before, after);
        return new Outcome.Done(after);
    }

    private List<Holder> holdersOutside(PermissionCatalogue catalogue) {
        return new GrantedPermissions(context.session(), context.realm())
                .list().stream()
                        .filter(holder -> !catalogue
                                .violations(holder.set(), holder.permissions())
                                .isEmpty())
                        .toList();
    }
}
