package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.approval.ContentDigest;
import io.apicredentials.approval.Vote;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A vote as it is asked for, valid as a whole.
 *
 * @param digest of what the voter has seen
 */
record VoteRequest(boolean approves, String reason, ContentDigest digest) {

    private static final String DECISION = "decision";

    /** @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong */
    static VoteRequest read(JsonNode json) {
        Problems problems = new Problems(json);
        RequestFields fields = new RequestFields(json, "", problems);
        @Nullable String decision = fields.text(DECISION);
        if (decision == null || !List.of(Vote.APPROVE, Vote.REJECT).contains(decision)) {
            problems.add(Problem.of(DECISION, RequestProblem.NOT_ONE_OF, Vote.APPROVE + ", " + Vote.REJECT));
        }
        Optional<String> reason = ReasonField.read(fields, problems);
        if (!json.hasNonNull(ReasonField.NAME)) {
            problems.add(Problem.of(ReasonField.NAME, ApprovalProblem.REASON_MISSING));
        }
        @Nullable String digest = fields.text("digest");
        Optional<ContentDigest> seen = Optional.ofNullable(digest).flatMap(ContentDigest::parse);
        if (seen.isEmpty()) {
            problems.add(Problem.of("digest", ApprovalProblem.DIGEST_MALFORMED));
        }
        fields.refuseUnknown();
        Refusal.ifAny(problems);
        return new VoteRequest(Vote.APPROVE.equals(decision), reason.orElseThrow(), seen.orElseThrow());
    }
}
