package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.manage.StopTarget;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an emergency stop would do, in answers.
 *
 * @param count how many credentials it would disable
 * @param withdrawn how many requests it would withdraw
 * @param tokensRevoked how many that are disabled already may have tokens, which it would end
 * @param uses how often those were used of late that may have tokens
 * @param credentials a page of all of them, by name
 */
record StopPreviewRepresentation(
        long count, long withdrawn, long tokensRevoked, StopUsesRepresentation uses, List<Target> credentials) {

    /**
     * One credential.
     *
     * @param lastUsedAt null when no accepted use is known
     * @param tokensRevoked whether it is disabled already, and its tokens would be ended
     * @param withdraws the id of the open request about it that would be withdrawn; null when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Target(
            String id,
            String clientId,
            @Nullable String name,
            boolean enabled,
            boolean tokensRevoked,
            @Nullable String lastUsedAt,
            @Nullable String withdraws) {

        static Target of(StopTarget target, @Nullable Instant lastUsed) {
            return new Target(
                    target.id(),
                    target.clientId(),
                    target.name(),
                    target.isEnabled(),
                    target.hasTokens(),
                    lastUsed == null ? null : lastUsed.toString(),
                    target.request().map(last -> last.request().id()).orElse(null));
        }
    }

    static StopPreviewRepresentation of(
            List<StopTarget> targets, Page page, CountedUses uses, RealmSettings settings, Instant now) {
        List<StopTarget> some =
                targets.stream().skip(page.first()).limit(page.max()).toList();
        Map<String, Instant> lastUsed = some.isEmpty()
                ? Map.of()
                : uses.last(some.stream().map(StopTarget::id).toList());
        List<String> inUse = targets.stream()
                .filter(target -> target.isEnabled() || target.hasTokens())
                .map(StopTarget::id)
                .toList();
        return new StopPreviewRepresentation(
                targets.stream().filter(StopTarget::isEnabled).count(),
                targets.stream().filter(target -> target.request().isPresent()).count(),
                targets.stream().filter(StopTarget::hasTokens).count(),
                StopUsesRepresentation.of(inUse, uses, settings, now),
                some.stream()
                        .map(target -> Target.of(target, lastUsed.get(target.id())))
                        .toList());
    }
}
