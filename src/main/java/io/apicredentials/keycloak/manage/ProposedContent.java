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
 * What a request proposes for a credential, judged by the rules, the permission sets and the demands of this moment.
 *
 * @param content the content that the credential is to have; empty where the request proposes none, or none that is right
 * @param problems what keeps the request from being carried out
 */
public record ProposedContent(Optional<CredentialContent> content, List<Problem> problems) {

    /** Judges it. */
    public static ProposedContent of(ManageContext context, StoredCredential stored, ProposedChange change) {
        return switch (change.operation()) {
            // What the client has is not in force, so that none of it is kept.
            case CREATE -> judge(context, stored, Optional.empty(), change);
            case UPDATE -> judge(context, stored, stored.content(), change);
            case ENABLE -> new ProposedContent(Optional.empty(), context.judge().enabled(stored, stored.content()));
            case DELETE, ROTATE, SETTINGS -> new ProposedContent(Optional.empty(), List.of());
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
