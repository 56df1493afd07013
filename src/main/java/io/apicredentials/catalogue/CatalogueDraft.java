package io.apicredentials.catalogue;

import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What somebody wants the permission sets of a realm to be, before any rule was applied. */
public record CatalogueDraft(List<SetDraft> sets) {

    /** The most sets of a realm: a person chooses one of them. */
    public static final int MAX_SETS = 20;

    /**
     * Applies every rule and reports everything that is wrong.
     *
     * @param problem receives each, at its place, such as {@code [0].catalogue[2].scopes}
     * @return empty if anything was reported
     */
    public Optional<PermissionCatalogue> check(Consumer<Problem> problem) {
        Reports reports = new Reports(problem);
        reports.size("", sets, MAX_SETS);
        List<PermissionSet> checked = new ArrayList<>();
        for (int index = 0; index < sets.size(); index++) {
            Reports ofSet = reports.within("[" + index + "]");
            sets.get(index).check(ofSet).ifPresent(checked::add);
        }
        reports.duplicates(sets, SetDraft::type, "");
        return reports.isEmpty() ? Optional.of(new PermissionCatalogue(checked)) : Optional.empty();
    }
}
