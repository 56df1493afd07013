package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.Electorate;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.RequestStatus;
import io.apicredentials.approval.Vote;
import io.apicredentials.approval.VoteOutcome;
import io.apicredentials.approval.VoteRefusal;
import io.apicredentials.problem.Problem;
import java.util.List;
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

        /** The change that it approves cannot be made any more. The transaction is to be given up. */
        record Impossible(List<Problem> problems) implements Outcome {}
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
        VoteOutcome outcome = request.vote(vote, seen, subject.present(last), people, context.approval());
        if (outcome instanceof VoteOutcome.Refused refused) {
            return new Outcome.Refused(refused.reason());
        }
        LastRequest voted = last.voted(after(outcome));
        subject.keep(voted);
        subject.tell(vote.approves() ? RequestAction.APPROVE : RequestAction.REJECT, voted);
        if (outcome instanceof VoteOutcome.Counted) {
            return new Outcome.Done(voted);
        }
        boolean isApproved = outcome instanceof VoteOutcome.Approved;
        LastRequest decided = voted.ended(
                isApproved ? RequestStatus.APPROVED : RequestStatus.REJECTED, vote.at(), Optional.of(vote.voter()));
        subject.keep(decided);
        // Before it is made: a credential that is deleted has no name afterwards.
        RequestNews.publish(subject, decided);
        List<Problem> problems = isApproved ? subject.make(decided) : List.of();
        return problems.isEmpty() ? new Outcome.Done(decided) : new Outcome.Impossible(problems);
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
