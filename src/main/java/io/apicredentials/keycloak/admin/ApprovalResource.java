package io.apicredentials.keycloak.admin;

import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Vote;
import io.apicredentials.approval.VoteRefusal;
import io.apicredentials.keycloak.client.CredentialClients;
import io.apicredentials.keycloak.client.StoredCredential;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.keycloak.manage.ApprovalSubject;
import io.apicredentials.keycloak.manage.CredentialSubject;
import io.apicredentials.keycloak.manage.DecideRequest;
import io.apicredentials.keycloak.manage.LockAttempt;
import io.apicredentials.keycloak.manage.LockedCredential;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.SettingsSubject;
import io.apicredentials.keycloak.manage.WithdrawRequest;
import io.apicredentials.keycloak.rights.CallerRights;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One request for approval. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ApprovalResource {

    private final ManageContext context;
    private final CallerRights rights;
    private final String id;

    ApprovalResource(ManageContext context, CallerRights rights, String id) {
        this.context = context;
        this.rights = rights;
        this.id = id;
    }

    @GET
    public Response get() {
        requireView();
        return answer(
                new AskedRequests(context.session(), context.realm()).find(id).orElseThrow(ApprovalResource::unknown));
    }

    /** Votes; the vote that decides makes the change in the same transaction. */
    @POST
    @Path("decision")
    public Response decide(InputStream body) {
        rights.requireApprove();
        RequestRights.requireGenuine(context.session(), rights);
        // Before the lock: the caller may be slow to send the rest of it.
        VoteRequest wanted = VoteRequest.read(RequestJson.read(body));
        ApprovalSubject subject = lock();
        LastRequest last = last(subject);
        Optional<StoredCredential> about = subject.credentialAsStored();
        Vote vote = new Vote(rights.userId(), wanted.approves(), wanted.reason(), context.now());
        DecideRequest.Outcome outcome = new DecideRequest(subject).run(last, vote, wanted.digest());
        if (outcome instanceof DecideRequest.Outcome.Refused refused) {
            throw refusal(refused.reason());
        }
        if (outcome instanceof DecideRequest.Outcome.NotMade notMade) {
            throw notMade.reason() instanceof ApprovalSubject.Effect.Impossible impossible
                    ? Refusal.conflict(impossible.problems())
                    : Refusal.notPrepared();
        }
        LastRequest decided = ((DecideRequest.Outcome.Done) outcome).last();
        return answer(new AskedRequest(decided, about));
    }

    /** Withdraws what the caller has asked for, or discards what was approved and whose secret nobody has picked up. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    public Response withdraw() {
        requireView();
        RequestRights.requireGenuine(context.session(), rights);
        ApprovalSubject subject = lock();
        LastRequest last = last(subject);
        if (!new RequestRights(rights, last).mayWithdraw()) {
            throw new ForbiddenException();
        }
        if (!new WithdrawRequest(subject).run(last, rights.userId())) {
            throw Refusal.conflict(Problem.of("", ApprovalProblem.REQUEST_DECIDED));
        }
        return Response.noContent().build();
    }

    private RuntimeException refusal(VoteRefusal reason) {
        return switch (reason) {
            case OWN_REQUEST -> Refusal.forbidden(Problem.of("", ApprovalProblem.OWN_REQUEST));
            case NO_APPROVER -> new ForbiddenException();
            case ALREADY_VOTED -> Refusal.conflict(Problem.of("", ApprovalProblem.ALREADY_VOTED));
            case STALE -> Refusal.conflict(Problem.of("digest", RequestProblem.STALE));
            case DECIDED -> Refusal.conflict(Problem.of("", ApprovalProblem.REQUEST_DECIDED));
        };
    }

    private void requireView() {
        if (isOfSettings()) {
            rights.requireViewSettings();
        } else {
            rights.requireView();
        }
    }

    private boolean isOfSettings() {
        return AskedRequests.name(id).equals(SettingsSubject.NAME);
    }

    private ApprovalSubject lock() {
        if (isOfSettings()) {
            return SettingsSubject.take(context).orElseThrow(Refusal::settingsBusy);
        }
        LockAttempt attempt = new CredentialClients(context.session(), context.realm())
                .find(AskedRequests.name(id))
                .map(client -> LockedCredential.take(context, client))
                .orElse(LockAttempt.Missed.GONE);
        if (attempt instanceof LockedCredential locked) {
            return new CredentialSubject(locked);
        }
        throw attempt == LockAttempt.Missed.GONE ? unknown() : Refusal.busy();
    }

    private LastRequest last(ApprovalSubject subject) {
        return subject.last().filter(last -> last.request().id().equals(id)).orElseThrow(ApprovalResource::unknown);
    }

    private Response answer(AskedRequest asked) {
        return Response.ok(ApprovalAnswers.of(context, rights, List.of(asked)).get(0))
                .build();
    }

    private static NotFoundException unknown() {
        return new NotFoundException("There is no request with this id, or a later one has taken its place.");
    }
}
