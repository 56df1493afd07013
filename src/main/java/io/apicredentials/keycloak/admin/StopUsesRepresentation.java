package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.RecentUses;
import io.apicredentials.keycloak.settings.RealmSettings;
import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an emergency stop would end: how often all credentials that it concerns were used of late, in answers.
 *
 * @param period the present hour and the 23 before it
 * @param accepted how many accepted uses there were; each has issued a token. Null when that could not be found out
 * @param addresses from how many addresses they were; null when that could not be found out
 * @param lastUsedAt the last accepted use, also before the period; null when none is known
 * @param tokensEndBy when no token that was issued to them is valid any more, unless one lives shorter; null when none is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StopUsesRepresentation(
        PeriodRepresentation period,
        @Nullable Long accepted,
        @Nullable Long addresses,
        @Nullable String lastUsedAt,
        @Nullable String tokensEndBy) {

    /** With the present hour, a day of whole hours. */
    private static final Duration HOURS_BEFORE = Duration.ofHours(23);

    static StopUsesRepresentation of(List<String> ids, CountedUses uses, RealmSettings settings, Instant now) {
        Optional<RecentUses> recent = uses.recent(ids, UsageKey.hour(now.minus(HOURS_BEFORE)));
        Optional<Instant> last = uses.lastOfAny(ids);
        return new StopUsesRepresentation(
                // After all that is read: where anything could not be, not every use is known.
                PeriodRepresentation.of(uses, HOURS_BEFORE, now),
                recent.map(RecentUses::uses).orElse(null),
                recent.map(RecentUses::addresses).orElse(null),
                last.map(Instant::toString).orElse(null),
                last.map(at -> at.plusSeconds(settings.lifespan()).toString()).orElse(null));
    }
}
