package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval in answers.
 *
 * @param credential null for settings
 * @param requestedByUsername null when the user is gone or of a realm whose users the caller may not look at
 * @param approvals how many votes for it count at present
 * @param approvers how many others may decide at present; null when it is decided
 * @param stale true when what it starts from has changed, else null
 * @param base what it starts from
 * @param violations the codes of demands that the proposed content breaks at present; null when it breaks none
 * @param warnings sentences, null when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalRepresentation(
        String id,
        String operation,
        String status,
        @Nullable Subject credential,
        String requestedBy,
        @Nullable String requestedByUsername,
        @Nullable String reason,
        String requestedAt,
        String expiresAt,
        String digest,
        int required,
        long approvals,
        long rejections,
        @Nullable Integer approvers,
        @Nullable Boolean stale,
        JsonNode base,
        JsonNode proposed,
        DifferenceRepresentation difference,
        @Nullable List<String> violations,
        List<Vote> votes,
        @Nullable String decidedAt,
        @Nullable String decidedBy,
        @Nullable String pickedUpAt,
        @Nullable List<String> warnings,
        boolean mayDecide,
        boolean mayWithdraw,
        boolean mayPickUp) {

    /** The credential that it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            String id, String clientId, @Nullable String name) {}

    /**
     * One vote.
     *
     * @param decision {@code approve} or {@code reject}
     * @param counts whether the voter may decide at present
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vote(
            String voter, @Nullable String voterUsername, String decision, String reason, String at, boolean counts) {}
}
