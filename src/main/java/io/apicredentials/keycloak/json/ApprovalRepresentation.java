package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval in answers: one object, without the parts that it is made of here.
 *
 * @param credential the one that it is about; null for settings
 * @param warnings sentences, null when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalRepresentation(
        String id,
        String operation,
        String status,
        @Nullable Subject credential,
        @JsonUnwrapped Asked asked,
        @JsonUnwrapped Tally tally,
        @JsonUnwrapped Change change,
        List<Vote> votes,
        @JsonUnwrapped End end,
        @Nullable List<String> warnings,
        @JsonUnwrapped Rights rights) {

    /** The credential that it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Subject(
            String id, String clientId, @Nullable String name) {}

    /**
     * Who asked, when and why.
     *
     * @param requestedByUsername null when the user is gone or of a realm whose users the caller may not look at
     * @param digest of what is approved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            String requestedBy,
            @Nullable String requestedByUsername,
            @Nullable String reason,
            String requestedAt,
            String expiresAt,
            String digest) {}

    /**
     * What the votes come to.
     *
     * @param approvals how many votes for it count at present
     * @param approvers how many others may decide at present; null when it is decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tally(
            int required,
            long approvals,
            long rejections,
            @Nullable Integer approvers) {}

    /**
     * What is asked for.
     *
     * @param stale true when what it starts from has changed, else null
     * @param base what it starts from
     * @param violations the codes of demands that the proposed content breaks at present; null when it breaks none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            @Nullable Boolean stale,
            JsonNode base,
            JsonNode proposed,
            DifferenceRepresentation difference,
            @Nullable List<String> violations) {}

    /**
     * One vote.
     *
     * @param decision {@code approve} or {@code reject}
     * @param counts whether the voter may decide at present
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Vote(
            String voter, @Nullable String voterUsername, String decision, String reason, String at, boolean counts) {}

    /** How it ended; null what has not happened. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record End(
            @Nullable String decidedAt,
            @Nullable String decidedBy,
            @Nullable String pickedUpAt) {}

    /** What the caller may do with it. */
    public record Rights(boolean mayDecide, boolean mayWithdraw, boolean mayPickUp) {}
}
