package io.apicredentials.catalogue;

import io.apicredentials.credential.CredentialText;
import io.apicredentials.permission.Grant;
import io.apicredentials.permission.Permission;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A permission set as somebody wants it, before any rule was applied; null where nothing was given.
 *
 * @param catalogue what may be granted
 */
public record SetDraft(
        @Nullable String type,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<GrantDraft> catalogue) {

    private static final int MIN_TEXT = 2;

    /** So many that a credential can hold all of them, which are its default permissions. */
    private static final int MAX_GRANTS = Permissions.MAX_ENTRIES;

    /** The set, if nothing was reported. */
    Optional<PermissionSet> check(Reports reports) {
        reports.word(".type", type);
        String checkedName = text(reports, ".name", name);
        String checkedDescription = text(reports, ".description", description);
        List<GrantDraft> drafts = catalogue == null ? List.of() : catalogue;
        reports.size(".catalogue", drafts, MAX_GRANTS);
        List<Grant> grants = new ArrayList<>();
        for (int index = 0; index < drafts.size(); index++) {
            Reports ofGrant = reports.within(".catalogue[" + index + "]");
            drafts.get(index).check(ofGrant).ifPresent(grants::add);
        }
        reports.duplicates(drafts, GrantDraft::typeAndAction, ".catalogue");
        boolean hasDefaults = drafts.stream().anyMatch(grant -> grant.hasScope(Permission.ORGANISATION_SCOPE));
        if (!drafts.isEmpty() && !hasDefaults) {
            reports.add(".catalogue", CatalogueProblem.DEFAULTS_EMPTY, String.valueOf(type));
        }
        return type != null && reports.isEmpty()
                ? Optional.of(new PermissionSet(type, checkedName, checkedDescription, grants))
                : Optional.empty();
    }

    private static String text(Reports reports, String place, @Nullable String given) {
        if (given == null) {
            reports.add(place, CatalogueProblem.TEXT_MISSING, MIN_TEXT, CredentialText.MAX_LENGTH);
            return "";
        }
        String text = given.strip();
        CredentialText.problemsWith(text, MIN_TEXT).forEach(problem -> reports.add(problem.within(place)));
        return text;
    }
}
