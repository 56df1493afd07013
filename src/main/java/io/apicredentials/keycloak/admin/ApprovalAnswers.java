package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.Decision;
import io.apicredentials.approval.Electorate;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Vote;
import io.apicredentials.keycloak.json.ApprovalRepresentation;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Asked;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Change;
import io.apicredentials.keycloak.json.ApprovalRepresentation.End;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Rights;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Subject;
import io.apicredentials.keycloak.json.ApprovalRepresentation.Tally;
import io.apicredentials.keycloak.json.ChangeBase;
import io.apicredentials.keycloak.json.DifferenceRepresentation;
import io.apicredentials.keycloak.json.ProposedChange;
import io.apicredentials.keycloak.manage.ManageContext;
import io.apicredentials.keycloak.manage.ProposedContent;
import io.apicredentials.keycloak.rights.CallerRights;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests for approval as they are answered to one caller, at one moment. */
final class ApprovalAnswers {

    private final ManageContext context;
    private final CallerRights rights;
    private final Map<String, String> usernames;
    private final Electorate people;
    private final Instant now;

    /** Whoever only seems to be the user can do none of it. */
    private final boolean isGenuine;

    private ApprovalAnswers(
            ManageContext context, CallerRights rights, Electorate people, Map<String, String> usernames) {
        this.context = context;
        this.rights = rights;
        this.usernames = usernames;
        this.people = people;
        this.now = context.now();
        this.isGenuine = rights.isGenuine(context.session());
    }

    /** Answers about requests; who may decide, and what users are called, is looked up once for all of them. */
    static List<ApprovalRepresentation> of(ManageContext context, CallerRights rights, List<AskedRequest> page) {
        List<String> voters = page.stream()
                .flatMap(asked -> asked.last().request().votes().stream())
                .map(Vote::voter)
                .distinct()
                .toList();
        Set<String> named = new HashSet<>(voters);
        page.forEach(asked -> named.add(asked.last().request().requestedBy()));
        ApprovalAnswers answers = new ApprovalAnswers(
                context,
                rights,
                context.approvers().present(voters),
                new Usernames(context.session(), context.realm(), rights).of(named));
        return page.stream().map(answers::answer).toList();
    }

    private ApprovalRepresentation answer(AskedRequest asked) {
        LastRequest last = asked.last();
        ApprovalRequest request = last.request();
        boolean isOpen = last.isOpen(now);
        return new ApprovalRepresentation(
                request.id(),
                request.operation().word(),
                last.status(now).word(),
                asked.credential()
                        .map(stored -> new Subject(stored.id(), stored.clientId(), stored.name()))
                        .orElse(null),
                asked(request),
                new Tally(
                        required(request, isOpen),
                        request.counted(people, true),
                        request.counted(people, false),
                        isOpen ? people.besides(request.requestedBy()) : null),
                change(asked, isOpen),
                request.votes().stream().map(this::vote).toList(),
                new End(
                        last.decision().map(Decision::at).map(Instant::toString).orElse(null),
                        last.decision().flatMap(Decision::by).orElse(null),
                        last.pickedUpAt().map(Instant::toString).orElse(null)),
                isOpen ? warnings(request) : null,
                rights(last, isOpen));
    }

    private Asked asked(ApprovalRequest request) {
        return new Asked(
                request.requestedBy(),
                usernames.get(request.requestedBy()),
                request.reason().orElse(null),
                request.requestedAt().toString(),
                request.expiresAt().toString(),
                request.digest().text());
    }

    private Change change(AskedRequest asked, boolean isOpen) {
        LastRequest last = asked.last();
        ProposedChange change = ProposedChange.of(last);
        JsonNode base = ProposedChange.baseOf(last);
        return new Change(
                (isOpen && isStale(asked, change)) ? true : null,
                base,
                change.proposed(),
                DifferenceRepresentation.of(last.request().operation(), base, change.proposed()),
                isOpen ? violations(asked, change) : null);
    }

    private Rights rights(LastRequest last, boolean isOpen) {
        String caller = rights.userId();
        RequestRights ofCaller = new RequestRights(rights, last);
        boolean hasVoted =
                last.request().votes().stream().anyMatch(vote -> vote.voter().equals(caller));
        return new Rights(
                isGenuine && isOpen && !ofCaller.isOwn() && !hasVoted && people.has(caller),
                isGenuine && (isOpen || last.awaitsPickUp()) && ofCaller.mayWithdraw(),
                isGenuine && ofCaller.mayPickUp());
    }

    private int required(ApprovalRequest request, boolean isOpen) {
        return isOpen ? request.required(context.approval()) : request.required();
    }

    private ApprovalRepresentation.Vote vote(Vote vote) {
        return new ApprovalRepresentation.Vote(
                vote.voter(),
                usernames.get(vote.voter()),
                vote.word(),
                vote.reason(),
                vote.at().toString(),
                people.has(vote.voter()));
    }

    private boolean isStale(AskedRequest asked, ProposedChange change) {
        ChangeBase present = asked.credential()
                .map(stored -> ChangeBase.of(change.operation(), stored))
                .orElseGet(() -> ChangeBase.ofSettings(context.realm()));
        return !change.digest(present).equals(asked.last().request().digest());
    }

    private @Nullable List<String> violations(AskedRequest asked, ProposedChange change) {
        List<String> codes = asked.credential()
                .map(stored -> ProposedContent.of(context, stored, change).problems().stream()
                        .map(problem -> problem.kind().code())
                        .distinct()
                        .toList())
                .orElse(List.of());
        return codes.isEmpty() ? null : codes;
    }

    private @Nullable List<String> warnings(ApprovalRequest request) {
        int required = required(request, true);
        long given = request.counted(people, true);
        long left = people.besides(request.requestedBy()) - given - request.counted(people, false);
        return given + left >= required
                ? null
                : List.of("This request cannot be approved at present. Approvals needed: " + required + "; given: "
                        + given
                        + "; users who may still give one: " + left
                        + ". A user administrator can give more users the role approve-api-credentials.");
    }
}
