package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.ApprovalRule;
import io.apicredentials.keycloak.approval.MissingApprovers;
import io.apicredentials.keycloak.settings.RealmSetting;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether settings leave enough users who could approve, so that nobody is locked out by them. */
public record EnoughApprovers(ManageContext context) {

    private static final String FIELD = "approval.approvals";

    /**
     * What is wrong with settings; nothing where nothing waits for approval, or no more than before.
     *
     * @param wanted a text for each setting that is to be set
     * @param requester the user id of who wants them, who could not approve the way back
     */
    public Optional<Problem> problem(Map<RealmSetting<?>, String> wanted, String requester) {
        Map<String, String> attributes = new HashMap<>();
        wanted.forEach((setting, text) -> attributes.put(setting.key(), text));
        ApprovalRule rule = RealmSettings.approval(attributes::get);
        return MissingApprovers.of(context.session(), context.realm(), context.approval(), rule, requester)
                .map(missing ->
                        Problem.of(FIELD, ApprovalProblem.TOO_FEW_APPROVERS, missing.others(), missing.approvals()));
    }
}
