package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.approval.ApprovalProblem;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestFields;
import io.apicredentials.keycloak.manage.StopFilter;
import io.apicredentials.permission.PermissionCatalogue;
import io.apicredentials.problem.Problem;
import java.util.Objects;
import java.util.Optional;

/**
 * An emergency stop as it is asked for, valid as a whole.
 *
 * @param reason why; there unless it is a dry run
 */
record StopRequest(StopFilter filter, boolean revokesTokens, Optional<String> reason, boolean isDryRun) {

    /** @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong */
    static StopRequest read(JsonNode json, PermissionCatalogue catalogue) {
        Problems problems = new Problems(json);
        RequestFields fields = new RequestFields(json, "", problems);
        Optional<StopFilter> filter = new StopFilterField(catalogue, problems).read(json, fields);
        boolean revokesTokens = Objects.requireNonNullElse(fields.flag("revokeTokens"), false);
        boolean isDryRun = Objects.requireNonNullElse(fields.flag("dryRun"), false);
        Optional<String> reason = ReasonField.read(fields, problems);
        if (!isDryRun && !json.hasNonNull(ReasonField.NAME)) {
            problems.add(Problem.of(ReasonField.NAME, ApprovalProblem.REASON_MISSING));
        }
        fields.refuseUnknown();
        Refusal.ifAny(problems);
        return new StopRequest(filter.orElseThrow(), revokesTokens, reason, isDryRun);
    }
}
