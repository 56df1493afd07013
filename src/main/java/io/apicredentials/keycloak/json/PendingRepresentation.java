package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.apicredentials.approval.ApprovalRequest;
import io.apicredentials.approval.Decision;
import io.apicredentials.approval.LastRequest;
import io.apicredentials.approval.Vote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for approval, in answers and admin events.
 *
 * @param reason null when nothing was said
 * @param proposed what is asked for
 * @param required how many others have to approve
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PendingRepresentation(
        String id,
        String operation,
        String requestedBy,
        @Nullable String reason,
        String requestedAt,
        String expiresAt,
        String digest,
        @JsonRawValue String proposed,
        List<VoteRepresentation> votes,
        int required) {

    /** One vote. */
    public record VoteRepresentation(String voter, String decision, String reason, String at) {

        static VoteRepresentation of(Vote vote) {
            return new VoteRepresentation(
                    vote.voter(), vote.word(), vote.reason(), vote.at().toString());
        }
    }

    /**
     * That an approved secret waits for the user who asked for it.
     *
     * @param operation {@code create} or {@code rotate}
     */
    public record PickUpRepresentation(String requestId, String operation, String requestedBy, String approvedAt) {

        static PickUpRepresentation of(LastRequest approved) {
            ApprovalRequest request = approved.request();
            return new PickUpRepresentation(
                    request.id(),
                    request.operation().word(),
                    request.requestedBy(),
                    approved.decision().map(Decision::at).orElseThrow().toString());
        }
    }

    /** What waits. */
    public static PendingRepresentation of(LastRequest last) {
        ApprovalRequest request = last.request();
        return new PendingRepresentation(
                request.id(),
                request.operation().word(),
                request.requestedBy(),
                request.reason().orElse(null),
                request.requestedAt().toString(),
                request.expiresAt().toString(),
                request.digest().text(),
                last.proposed(),
                request.votes().stream().map(VoteRepresentation::of).toList(),
                request.required());
    }
}
