package io.apicredentials.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random interleavings of requests, votes, edits, losses of roles, changes of the rule, withdrawals and passing time, beside
 * an account of its own: no content is ever put into force that the required number of other people have not approved.
 */
class ApprovalModelTest {

    private static final int STEPS = 400_000;
    private static final List<String> USERS =
            IntStream.range(0, 6).mapToObj(i -> "user" + i).toList();

    private final Set<String> approvers = new HashSet<>(USERS);
    private Random random = new Random(0);
    private ApprovalRule rule = rule(1);
    private Instant now = Instant.EPOCH;
    private int base;
    private int proposed;
    private Optional<ApprovalRequest> open = Optional.empty();
    private int requiredAtRequest;

    /** Who approved which content of which state since it was asked for, as it was told to them. */
    private final List<Approval> account = new ArrayList<>();

    private int applied;

    private record Approval(String voter, int proposed, int base) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingComesIntoForceThatOthersHaveNotApproved(long seed) {
        random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step();
        }
        assertThat(applied).as("that anything was approved at all").isGreaterThan(STEPS / 200);
    }

    private void step() {
        now = now.plusSeconds(random.nextInt(20));
        switch (random.nextInt(12)) {
            case 0 -> ask();
            case 1 -> base += random.nextInt(4) / 3;
            case 2 -> approvers.remove(anybody());
            case 3 -> approvers.add(anybody());
            case 4 -> rule = rule(1 + random.nextInt(3));
            case 5 -> {
                if (random.nextInt(10) == 0) {
                    open = Optional.empty();
                }
            }
            default -> open.ifPresent(this::vote);
        }
    }

    private void ask() {
        if (open.isEmpty()) {
            proposed++;
            requiredAtRequest = rule.approvals();
            account.clear();
            open = Optional.of(ApprovalRequest.open(
                    "request", Operation.UPDATE, digest(proposed, base), anybody(), Optional.empty(), rule, now));
        }
    }

    private void vote(ApprovalRequest request) {
        int seenProposed = random.nextInt(20) == 0 ? proposed - 1 : proposed;
        int seenBase = random.nextInt(20) == 0 ? base - 1 : base;
        Vote vote = new Vote(anybody(), random.nextInt(4) > 0, "A reason", now);
        VoteOutcome outcome = request.vote(
                vote, digest(seenProposed, seenBase), digest(proposed, base), new Electorate(approvers), rule);
        boolean isTaken = !(outcome instanceof VoteOutcome.Refused);
        if (isTaken && vote.approves()) {
            account.add(new Approval(vote.voter(), seenProposed, seenBase));
        }
        if (outcome instanceof VoteOutcome.Approved) {
            assertApprovedByOthers(request);
            assertThat(now).isBefore(request.expiresAt());
            applied++;
            base++;
            open = Optional.empty();
        } else if (outcome instanceof VoteOutcome.Rejected) {
            open = Optional.empty();
        } else if (outcome instanceof VoteOutcome.Counted counted) {
            open = Optional.of(counted.request());
        } else if (request.isOver(now)) {
            open = Optional.empty();
        }
    }

    /** The oracle. */
    private void assertApprovedByOthers(ApprovalRequest request) {
        long others = account.stream()
                .filter(approval -> approval.proposed == proposed && approval.base == base)
                .map(Approval::voter)
                .filter(voter -> !voter.equals(request.requestedBy()) && approvers.contains(voter))
                .distinct()
                .count();
        assertThat(others).isGreaterThanOrEqualTo(Math.max(requiredAtRequest, rule.approvals()));
    }

    private String anybody() {
        return USERS.get(random.nextInt(USERS.size()));
    }

    private static ContentDigest digest(int proposed, int base) {
        return ContentDigest.of(Operation.UPDATE, "credential", Map.of("content", proposed), Map.of("content", base));
    }

    private static ApprovalRule rule(int approvals) {
        return new ApprovalRule(Set.of(Operation.UPDATE), approvals, Duration.ofMinutes(5), false);
    }
}
