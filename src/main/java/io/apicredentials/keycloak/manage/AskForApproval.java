package io.apicredentials.keycloak.manage;

import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.keycloak.json.ChangeBase;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.problem.Problem;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Asks others to approve a change. What is in force stays so until they have. */
public record AskForApproval(ApprovalSubject subject) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Who asks, and why.
     *
     * @param userId of the administrator who wants the change
     * @param reason empty when nothing was said
     */
    public record Asker(String userId, Optional<String> reason) {}

    /**
     * Asks, with an admin event. The caller has seen to the right to make the change, and to what it is.
     *
     * @return why it cannot be asked for at present; nothing is changed then
     */
    public Optional<Problem> run(ProposedChange change, Asker asker) {
        ManageContext context = subject.context();
        Instant now = context.now();
        Optional<Problem> obstacle = subject.last().flatMap(last -> obstacle(last, now));
        if (obstacle.isPresent()) {
            return obstacle;
        }
        subject.last().ifPresent(last -> new TimeOutRequest(subject).run(last, now));
        ChangeBase base = subject.base(change.operation());
        ApprovalRequest request = ApprovalRequest.open(
                subject.name() + "." + HexFormat.of().toHexDigits(RANDOM.nextInt()),
                change.operation(),
                change.digest(base),
                asker.userId(),
                asker.reason(),
                context.approval(),
                now);
        LastRequest asked = LastRequest.of(request, base.state().toString(), change.text());
        subject.store(asked);
        subject.log(RequestAction.REQUEST, asked);
        RequestNews.publish(subject, asked);
        return Optional.empty();
    }

    private static Optional<Problem> obstacle(LastRequest last, Instant now) {
        if (last.isOpen(now)) {
            return Optional.of(Problem.of("", ApprovalProblem.PENDING_REQUEST));
        }
        return last.awaitsPickUp() ? Optional.of(Problem.of("", ApprovalProblem.PICK_UP_WAITS)) : Optional.empty();
    }
}
