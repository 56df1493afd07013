package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.keycloak.history.RecentUses;
import io.apicredentials.keycloak.settings.RealmSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an emergency stop would end: how often all credentials that it concerns were used of late, in answers.
 *
 * @param period the present hour and the 23 before it
 * @param accepted how many accepted uses there were; each has issued a token
 * @param addresses from how many addresses they were
 * @param lastUsedAt the last accepted use, also before the period; null when none is known
 * @param tokensEndBy when no token that was issued to them is valid any more, unless one lives shorter; null when none is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StopUsesRepresentation(
        PeriodRepresentation period,
        long accepted,
        long addresses,
        @Nullable String lastUsedAt,
        @Nullable String tokensEndBy) {

    /** With the present hour, a day of whole hours. */
    private static final Duration HOURS_BEFORE = Duration.ofHours(23);

    static StopUsesRepresentation of(List<String> ids, CountedUses uses, RealmSettings settings, Instant now) {
        PeriodRepresentation period = PeriodRepresentation.of(uses, HOURS_BEFORE, now);
        RecentUses recent = uses.recent(ids, period.firstHour()).orElse(RecentUses.NONE);
        Optional<Instant> last = uses.lastOfAny(ids);
        return new StopUsesRepresentation(
                period,
                recent.uses(),
                recent.addresses(),
                last.map(Instant::toString).orElse(null),
                last.map(at -> at.plusSeconds(settings.lifespan()).toString()).orElse(null));
    }
}
