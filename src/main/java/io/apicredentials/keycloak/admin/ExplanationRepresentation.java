package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.health.ExplainedUse;
import io.apicredentials.secret.KnownSecret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a use would be admitted, check by check, in answers.
 *
 * @param at the instant of the use that was asked about
 * @param asOf the instant at which everything is stored as it was judged
 * @param reason why it would be refused; null when it would not
 * @param secret null when none was asked about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationRepresentation(
        String address,
        String at,
        String asOf,
        boolean admitted,
        @Nullable String reason,
        List<OfCheck> checks,
        @Nullable OfSecret secret) {

    /** What a check says; {@code reached} is whether the use would come to it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfCheck(String check, boolean passed, @Nullable String reason, boolean reached) {}

    /**
     * What is known of the secret that was asked about.
     *
     * @param wellFormed whether it has the form and the checksum of a secret
     * @param id which of the credential's it is; null when it is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfSecret(boolean wellFormed, @Nullable String id) {}

    static ExplanationRepresentation of(ExplainedUse.Question question, ExplainedUse use, Instant now) {
        return new ExplanationRepresentation(
                question.address().text(),
                question.at().toString(),
                now.toString(),
                use.refusal().isEmpty(),
                use.refusal().orElse(null),
                use.checks().stream()
                        .map(check -> new OfCheck(
                                check.name(),
                                check.refusal().isEmpty(),
                                check.refusal().orElse(null),
                                check.reached()))
                        .toList(),
                question.presented()
                        .map(text -> new OfSecret(
                                question.isWellFormed(),
                                use.secret().map(KnownSecret::id).orElse(null)))
                        .orElse(null));
    }
}
