package io.apicredentials.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change that waits. It is open until it is decided; what is decided is not kept here.
 *
 * @param requestedBy the user id of the requester
 * @param reason why, as that person says; empty when nothing was said
 * @param expiresAt the first instant at which it has timed out, whatever was voted
 * @param required how many others have to approve
 * @param votes in their order, one of each voter
 */
public record ApprovalRequest(
        String id,
        Operation operation,
        ContentDigest digest,
        String requestedBy,
        Optional<String> reason,
        Instant requestedAt,
        Instant expiresAt,
        int required,
        List<Vote> votes) {

    public ApprovalRequest {
        votes = List.copyOf(votes);
        if (required < 1) {
            throw new IllegalArgumentException("at least one other user approves");
        }
        if (votes.stream().map(Vote::voter).distinct().count() != votes.size()) {
            throw new IllegalArgumentException("nobody votes twice");
        }
    }

    /** A new request under the rule in force. */
    public static ApprovalRequest open(
            String id,
            Operation operation,
            ContentDigest digest,
            String requestedBy,
            Optional<String> reason,
            ApprovalRule rule,
            Instant now) {
        return new ApprovalRequest(
                id, operation, digest, requestedBy, reason, now, now.plus(rule.timeout()), rule.approvals(), List.of());
    }

    /**
     * How many others have to approve it.
     *
     * @param rule the one that is in force at this moment: it can ask for more, and never for fewer
     */
    public int required(ApprovalRule rule) {
        return Math.max(required, rule.approvals());
    }

    /** Whether its time is over; nothing can be voted then. */
    public boolean isOver(Instant at) {
        return !at.isBefore(expiresAt);
    }

    /**
     * What a vote comes to.
     *
     * @param seen the digest of what the voter has seen
     * @param present the digest of the same change from the state at this moment
     * @param people who may decide at this moment; votes of others do not count, also of those who could when they voted
     * @param rule the one that is in force at this moment: it can ask for more approvals, and never for fewer
     */
    public VoteOutcome vote(
            Vote vote, ContentDigest seen, ContentDigest present, Electorate people, ApprovalRule rule) {
        Optional<VoteRefusal> refusal = refusal(vote, seen, present, people);
        if (refusal.isPresent()) {
            return new VoteOutcome.Refused(refusal.get());
        }
        List<Vote> more = new ArrayList<>(votes);
        more.add(vote);
        ApprovalRequest voted =
                new ApprovalRequest(id, operation, digest, requestedBy, reason, requestedAt, expiresAt, required, more);
        return voted.outcome(people, required(rule));
    }

    private Optional<VoteRefusal> refusal(Vote vote, ContentDigest seen, ContentDigest present, Electorate people) {
        if (isOver(vote.at())) {
            return Optional.of(VoteRefusal.DECIDED);
        }
        if (vote.voter().equals(requestedBy)) {
            return Optional.of(VoteRefusal.OWN_REQUEST);
        }
        if (!people.has(vote.voter())) {
            return Optional.of(VoteRefusal.NO_APPROVER);
        }
        if (votes.stream().anyMatch(other -> other.voter().equals(vote.voter()))) {
            return Optional.of(VoteRefusal.ALREADY_VOTED);
        }
        // What can no longer be approved can still be rejected.
        boolean isPresent = present.equals(digest) || !vote.approves();
        return seen.equals(digest) && isPresent ? Optional.empty() : Optional.of(VoteRefusal.STALE);
    }

    private VoteOutcome outcome(Electorate people, int needed) {
        // Only a vote for it has looked at what it starts from at this moment.
        if (votes.get(votes.size() - 1).approves()) {
            return counted(people, true) >= needed ? new VoteOutcome.Approved(this) : new VoteOutcome.Counted(this);
        }
        boolean isReachable = people.besides(requestedBy) - counted(people, false) >= needed;
        return isReachable ? new VoteOutcome.Counted(this) : new VoteOutcome.Rejected(this);
    }

    /** How many votes count at a moment. */
    public long counted(Electorate people, boolean approving) {
        return votes.stream()
                .filter(vote -> vote.approves() == approving)
                .filter(vote -> people.has(vote.voter()) && !vote.voter().equals(requestedBy))
                .count();
    }
}
