package io.apicredentials.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalRequestTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ContentDigest DIGEST = digest("asked");
    private static final Electorate PEOPLE = new Electorate(Set.of("ann", "bob", "cem", "asker"));

    @Test
    void theLastVoteThatIsNeededApproves() {
        ApprovalRequest once = counted(vote(request(2), "ann", true));

        VoteOutcome outcome = vote(once, "bob", true);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        VoteOutcome.Approved.class,
                        approved -> assertThat(approved.request().votes())
                                .extracting(Vote::voter)
                                .containsExactly("ann", "bob"));
    }

    @Test
    void nobodyVotesOnWhatTheyAskedFor() {
        assertRefused(vote(request(1), "asker", true), VoteRefusal.OWN_REQUEST);
    }

    @Test
    void nobodyVotesTwice() {
        ApprovalRequest once = counted(vote(request(2), "ann", true));

        assertRefused(vote(once, "ann", true), VoteRefusal.ALREADY_VOTED);
        assertRefused(vote(once, "ann", false), VoteRefusal.ALREADY_VOTED);
    }

    @Test
    void nobodyVotesWithoutTheRole() {
        assertRefused(vote(request(1), "dan", true), VoteRefusal.NO_APPROVER);
    }

    @Test
    void aVoteOnSomethingElseIsStale() {
        assertRefused(
                request(1).vote(by("ann", true, NOW), digest("other"), DIGEST, PEOPLE, rule(1)), VoteRefusal.STALE);
        assertRefused(
                request(1).vote(by("ann", true, NOW), DIGEST, digest("other"), PEOPLE, rule(1)), VoteRefusal.STALE);
    }

    @Test
    void whatHasBecomeStaleCanStillBeRejected() {
        assertThat(request(1)
                        .vote(by("ann", false, NOW), DIGEST, digest("other"), new Electorate(Set.of("ann")), rule(1)))
                .isInstanceOf(VoteOutcome.Rejected.class);
    }

    /** A vote for it has looked at what it starts from at that moment; a vote against it has not. */
    @Test
    void aVoteAgainstItApprovesNothing() {
        ApprovalRequest once = counted(vote(request(2), "ann", true));
        Electorate withoutAnn = new Electorate(Set.of("bob", "cem"));
        ApprovalRequest twice = counted(once.vote(by("bob", true, NOW), DIGEST, DIGEST, withoutAnn, rule(2)));

        assertThat(twice.vote(by("cem", false, NOW), DIGEST, digest("other"), PEOPLE, rule(2)))
                .isInstanceOf(VoteOutcome.Counted.class);
    }

    @Test
    void theTimeIsOverAtTheVeryInstant() {
        Instant end = NOW.plus(Duration.ofHours(1));

        assertThat(request(1).vote(by("ann", true, end.minusNanos(1)), DIGEST, DIGEST, PEOPLE, rule(1)))
                .isInstanceOf(VoteOutcome.Approved.class);
        assertRefused(request(1).vote(by("ann", true, end), DIGEST, DIGEST, PEOPLE, rule(1)), VoteRefusal.DECIDED);
    }

    @Test
    void aVoteOfSomebodyWhoLostTheRoleDoesNotCount() {
        ApprovalRequest once = counted(vote(request(2), "ann", true));
        Electorate withoutAnn = new Electorate(Set.of("bob", "cem"));

        VoteOutcome outcome = once.vote(by("bob", true, NOW), DIGEST, DIGEST, withoutAnn, rule(2));

        assertThat(outcome).isInstanceOf(VoteOutcome.Counted.class);
    }

    @Test
    void aStricterRuleCountsAndALooserOneDoesNot() {
        assertThat(request(1).vote(by("ann", true, NOW), DIGEST, DIGEST, PEOPLE, rule(2)))
                .isInstanceOf(VoteOutcome.Counted.class);
        assertThat(request(2).vote(by("ann", true, NOW), DIGEST, DIGEST, PEOPLE, rule(1)))
                .isInstanceOf(VoteOutcome.Counted.class);
    }

    /** Three may decide beside the one who asked. */
    @Test
    void enoughRejectionsEndIt() {
        ApprovalRequest once = counted(vote(request(2), "ann", false));

        assertThat(vote(once, "bob", false)).isInstanceOf(VoteOutcome.Rejected.class);
        assertThat(vote(once, "bob", true)).isInstanceOf(VoteOutcome.Counted.class);
    }

    /** People who get the role again may approve it in time. */
    @Test
    void aMissingApproverEndsNothing() {
        Electorate alone = new Electorate(Set.of("ann"));

        assertThat(request(2).vote(by("ann", true, NOW), DIGEST, DIGEST, alone, rule(2)))
                .isInstanceOf(VoteOutcome.Counted.class);
    }

    private static ApprovalRequest request(int approvals) {
        return ApprovalRequest.open("id", Operation.UPDATE, DIGEST, "asker", Optional.empty(), rule(approvals), NOW);
    }

    private static VoteOutcome vote(ApprovalRequest request, String voter, boolean approves) {
        return request.vote(by(voter, approves, NOW), DIGEST, DIGEST, PEOPLE, rule(request.required()));
    }

    private static ApprovalRequest counted(VoteOutcome outcome) {
        return ((VoteOutcome.Counted) outcome).request();
    }

    private static void assertRefused(VoteOutcome outcome, VoteRefusal reason) {
        assertThat(outcome).isEqualTo(new VoteOutcome.Refused(reason));
    }

    private static Vote by(String voter, boolean approves, Instant at) {
        return new Vote(voter, approves, "A reason", at);
    }

    private static ContentDigest digest(String content) {
        return ContentDigest.of(Operation.UPDATE, "id", Map.of("name", content), Map.of("name", "before"));
    }

    private static ApprovalRule rule(int approvals) {
        return new ApprovalRule(Set.of(Operation.UPDATE), approvals, Duration.ofHours(1), false);
    }
}
