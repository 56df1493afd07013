package io.apicredentials.keycloak.approval;

import io.apicredentials.approval.ApprovalRule;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Too few users for a rule that a realm is to have: nobody could take it away again.
 *
 * @param others how many may approve, beside who wants the rule
 * @param approvals how many have to
 */
public record MissingApprovers(int others, int approvals) {

    /**
     * Those of a change; empty where there are enough, and where the change makes nothing worse.
     *
     * @param requester the user id of who wants it, who could not approve the way back
     */
    public static Optional<MissingApprovers> of(
            KeycloakSession session, RealmModel realm, ApprovalRule before, ApprovalRule after, String requester) {
        if (after.operations().isEmpty()) {
            return Optional.empty();
        }
        int others = others(session, realm, after, requester);
        boolean isRefused = after.missing(others) > 0
                && !after.isNoWorseThan(before, others, others(session, realm, before, requester));
        return isRefused ? Optional.of(new MissingApprovers(others, after.approvals())) : Optional.empty();
    }

    private static int others(KeycloakSession session, RealmModel realm, ApprovalRule rule, String requester) {
        return new Approvers(session, realm, rule.serviceAccounts()).present().besides(requester);
    }
}
