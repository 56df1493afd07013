package io.apicredentials.approval;

import java.time.Instant;
import java.util.Optional;

/**
 * The last request about a credential, or about the settings of a realm: what was asked for, and what became of it.
 *
 * @param base what the subject was when the change was asked for, as JSON
 * @param proposed what the subject is to become, as JSON
 * @param decision empty as long as nobody has noted one; a time-out need not be noted to have happened
 * @param pickedUpAt when the requester got the secret that was approved
 */
public record LastRequest(
        ApprovalRequest request,
        String base,
        String proposed,
        Optional<Decision> decision,
        Optional<Instant> pickedUpAt) {

    public LastRequest {
        boolean isApproved =
                decision.filter(made -> made.status() == RequestStatus.APPROVED).isPresent();
        if (pickedUpAt.isPresent() && !(isApproved && request.operation().yieldsSecret())) {
            throw new IllegalArgumentException("a secret is picked up that was approved, and no other");
        }
    }

    /** One that was just made. */
    public static LastRequest of(ApprovalRequest request, String base, String proposed) {
        return new LastRequest(request, base, proposed, Optional.empty(), Optional.empty());
    }

    /** What it is at an instant, whether somebody has looked at it since or not. */
    public RequestStatus status(Instant at) {
        return decision.map(Decision::status)
                .orElseGet(() -> request.isOver(at) ? RequestStatus.TIMED_OUT : RequestStatus.OPEN);
    }

    /** The same as far as somebody has noted it: a request is open until its end is. */
    public RequestStatus noted() {
        return decision.map(Decision::status).orElse(RequestStatus.OPEN);
    }

    /** Whether it can still be decided. */
    public boolean isOpen(Instant at) {
        return status(at) == RequestStatus.OPEN;
    }

    /** Whether its time is over and nobody has noted that. */
    public boolean isTimeOutToBeNoted(Instant at) {
        return decision.isEmpty() && request.isOver(at);
    }

    /** Whether a secret was approved that its requester has not got yet. */
    public boolean awaitsPickUp() {
        return isApproved() && request.operation().yieldsSecret() && pickedUpAt.isEmpty();
    }

    /** Whether what it asks for was approved. */
    public boolean isApproved() {
        return decision.filter(made -> made.status() == RequestStatus.APPROVED).isPresent();
    }

    /** The same with one more vote. */
    public LastRequest voted(ApprovalRequest votedOn) {
        return new LastRequest(votedOn, base, proposed, decision, pickedUpAt);
    }

    /**
     * The same, ended.
     *
     * @throws IllegalStateException if that is no way on from what it is
     */
    public LastRequest ended(RequestStatus next, Instant at, Optional<String> by) {
        RequestStatus present = noted();
        if (!present.mayBecome(next) || pickedUpAt.isPresent()) {
            throw new IllegalStateException("a request does not become " + next.word() + " after " + present.word());
        }
        return new LastRequest(request, base, proposed, Optional.of(new Decision(next, at, by)), pickedUpAt);
    }

    /**
     * The same, with its secret handed over.
     *
     * @throws IllegalStateException if there is none that waits
     */
    public LastRequest pickedUp(Instant at) {
        if (!awaitsPickUp()) {
            throw new IllegalStateException("no secret waits to be picked up");
        }
        return new LastRequest(request, base, proposed, decision, Optional.of(at));
    }
}
