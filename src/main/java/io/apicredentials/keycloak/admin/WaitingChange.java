package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.credential.CredentialState;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.manage.AskForApproval;
import io.apicredentials.keycloak.manage.CredentialSubject;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.WithdrawRequest;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Changes of a credential that wait for the approval of others, where the realm wants that. */
record WaitingChange(ManageContext context, CallerRights rights) {

    /**
     * Asks for a change, if its operation waits.
     *
     * @return 202 with the credential; empty when it does not wait, and is to be made at once
     */
    Optional<Response> ask(LockedCredential credential, ProposedChange change, Optional<String> reason) {
        if (!context.approval().requires(change.operation())) {
            return Optional.empty();
        }
        new AskForApproval(new CredentialSubject(credential))
                .run(change, asker(reason))
                .ifPresent(problem -> {
                    throw Refusal.conflict(problem);
                });
        return Optional.of(accepted(credential.representation()));
    }

    /**
     * Ends the request, if the creation of a credential was not approved: nothing can be done with it.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 409
     */
    void refuseUnapproved(LockedCredential credential) {
        if (credential.stored().state() == CredentialState.UNAPPROVED) {
            boolean waits = credential.stored().approval().open(context.now()).isPresent();
            throw Refusal.conflict(
                    Problem.of("", waits ? ApprovalProblem.PENDING_REQUEST : ApprovalProblem.NOT_APPROVED));
        }
    }

    /**
     * The caller as the one who asks, and who cannot vote then.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 403 when it may be somebody else, who could
     */
    AskForApproval.Asker asker(Optional<String> reason) {
        RequestRights.requireGenuine(context.session(), rights);
        return new AskForApproval.Asker(rights.userId(), reason);
    }

    /**
     * Withdraws what waits about a credential that is to be deleted: a request that can still be decided, or an approved one whose
     * secret nobody has picked up. Its requester and the events are told of its end so.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 403 when it is not certain who withdraws it
     */
    void withdrawLast(LockedCredential credential) {
        credential
                .stored()
                .approval()
                .last()
                .filter(last -> last.isOpen(context.now()) || last.awaitsPickUp())
                .ifPresent(last -> {
                    RequestRights.requireGenuine(context.session(), rights);
                    new WithdrawRequest(new CredentialSubject(credential)).run(last, rights.userId());
                });
    }

    /** The answer to a change that waits. */
    static Response accepted(Object entity) {
        return Response.status(Response.Status.ACCEPTED).entity(entity).build();
    }
}
