package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.Electorate;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.RequestStatus;
import io.apicredentials.approval.Vote;
import io.apicredentials.approval.VoteOutcome;
import io.apicredentials.approval.VoteRefusal;
import java.util.Optional;
import java.util.stream.Stream;

/** Votes on a request; the vote that decides it makes the change, or rejects it. */
public record DecideRequest(ApprovalSubject subject) {

    /** What came of a vote. */
    public sealed interface Outcome {

        /** It counts, and the request is this now. */
        record Done(LastRequest last) implements Outcome {}

        /** It does not count, and nothing is changed. */
        record Refused(VoteRefusal reason) implements Outcome {}

        /** It would approve a change that could not be made. The transaction is to be given up. */
        record NotMade(ApprovalSubject.Effect reason) implements Outcome {}
    }

    /**
     * Votes, with an admin event. The caller has seen to it that the voter may decide; those who have voted before are
     * looked at anew.
     *
     * @param seen the digest of what the voter has seen
     */
    public Outcome run(LastRequest last, Vote vote, ContentDigest seen) {
        if (!last.isOpen(vote.at())) {
            return new Outcome.Refused(VoteRefusal.DECIDED);
        }
        ApprovalRequest request = last.request();
        ManageContext context = subject.context();
        Electorate people = context.approvers()
                .present(Stream.concat(request.votes().stream(), Stream.of(vote))
                        .map(Vote::voter)
                        .toList());
        VoteOutcome outcome = request.vote(vote, seen, subject.currentDigest(last), people, context.approval());
        if (outcome instanceof VoteOutcome.Refused refused) {
            return new Outcome.Refused(refused.reason());
        }
        boolean isApproved = outcome instanceof VoteOutcome.Approved;
        LastRequest voted = last.voted(after(outcome));
        LastRequest decided = outcome instanceof VoteOutcome.Counted
                ? voted
                : voted.ended(
                        isApproved ? RequestStatus.APPROVED : RequestStatus.REJECTED,
                        vote.at(),
                        Optional.of(vote.voter()));
        subject.store(decided);
        subject.log(vote.approves() ? RequestAction.APPROVE : RequestAction.REJECT, decided);
        if (decided.decision().isPresent()) {
            // Before it is made: a credential that is deleted has no name afterwards.
            RequestNews.publish(subject, decided);
        }
        ApprovalSubject.Effect effect = isApproved ? subject.apply(decided) : new ApprovalSubject.Effect.Made();
        return effect instanceof ApprovalSubject.Effect.Made ? new Outcome.Done(decided) : new Outcome.NotMade(effect);
    }

    private static ApprovalRequest after(VoteOutcome outcome) {
        if (outcome instanceof VoteOutcome.Counted counted) {
            return counted.request();
        }
        return outcome instanceof VoteOutcome.Approved approved
                ? approved.request()
                : ((VoteOutcome.Rejected) outcome).request();
    }
}
