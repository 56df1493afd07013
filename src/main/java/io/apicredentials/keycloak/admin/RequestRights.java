package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.problem.Problem;
import org.keycloak.models.KeycloakSession;

/** What the caller may do with a request, beside deciding on it. */
record RequestRights(CallerRights caller, LastRequest last) {

    /**
     * Refuses a caller of whom it is not certain that it is the user that it seems to be.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 403
     */
    static void requireGenuine(KeycloakSession session, CallerRights caller) {
        if (!caller.isGenuine(session)) {
            throw Refusal.forbidden(Problem.of("", ApprovalProblem.NOT_IN_PERSON));
        }
    }

    /** Whether the caller made it. */
    boolean isOwn() {
        return caller.userId().equals(last.request().requestedBy());
    }

    /** Its requester withdraws it; one that was approved is discarded by any user who may manage credentials. */
    boolean mayWithdraw() {
        return last.awaitsPickUp() ? caller.mayManage() : isOwn();
    }

    /** Whether an approved secret waits for the caller. */
    boolean mayPickUp() {
        return last.awaitsPickUp() && isOwn() && caller.mayManage();
    }
}
