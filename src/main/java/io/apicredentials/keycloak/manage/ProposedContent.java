package io.apicredentials.keycloak.manage;

import io.apicredentials.credential.CredentialContent;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.permission.PermissionSet;
import io.apicredentials.permission.Permissions;
import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The content that was asked for, judged by the rules, the permission sets and the demands of this moment.
 *
 * @param content empty when it cannot be read by them
 * @param problems what is wrong with it by now
 */
public record ProposedContent(Optional<CredentialContent> content, List<Problem> problems) {

    /** That of a new credential. */
    static ProposedContent created(ManageContext context, StoredCredential stored, ProposedChange change) {
        return judge(context, stored, Optional.empty(), change);
    }

    /** That of one that is in force with another content. */
    static ProposedContent updated(ManageContext context, StoredCredential stored, ProposedChange change) {
        return judge(context, stored, stored.content(), change);
    }

    /** What keeps a change of a credential from being made at this moment. */
    public static List<Problem> problems(ManageContext context, StoredCredential stored, ProposedChange change) {
        return switch (change.operation()) {
            case CREATE -> created(context, stored, change).problems;
            case UPDATE -> updated(context, stored, change).problems;
            case ENABLE -> context.judge().enabled(stored, stored.content());
            case DELETE, ROTATE, SETTINGS -> List.of();
        };
    }

    private static ProposedContent judge(
            ManageContext context, StoredCredential stored, Optional<CredentialContent> before, ProposedChange change) {
        List<Problem> problems = new ArrayList<>();
        Optional<PermissionSet> set = stored.permissionSet().flatMap(context.catalogue()::find);
        Optional<Permissions> held = before.map(CredentialContent::permissions);
        CredentialContent.Draft draft = change.content(new Problems(change.proposed()));
        if (set.isEmpty() && !draft.keeps(held)) {
            problems.add(Problem.of("permissionSet", RequestProblem.PERMISSION_SET_GONE));
        }
        Optional<CredentialContent> content = draft.check(set.orElse(null), held, problems::add);
        content.ifPresent(wanted -> problems.addAll(context.judge().changed(before, wanted)));
        return new ProposedContent(content, problems);
    }
}
