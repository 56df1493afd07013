package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Of which time the counted uses are that an answer goes by, and what is known of that time.
 *
 * @param from a whole hour
 * @param recorded whether a use that happens now would be told
 * @param recordedSince since when each accepted use is told; null when nobody knows
 * @param keptFor for how long a use is told, as an ISO 8601 duration; null where uses are not counted
 * @param complete whether every accepted use of this time is told
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PeriodRepresentation(
        String from,
        String to,
        boolean recorded,
        @Nullable String recordedSince,
        @Nullable String keptFor,
        boolean complete,
        @JsonIgnore Optional<Instant> since,
        @JsonIgnore long firstHour) {

    static PeriodRepresentation of(CountedUses uses, Duration length, Instant now) {
        long firstHour = UsageKey.hour(now.minus(length));
        Instant from = UsageKey.start(firstHour);
        Optional<Instant> since = uses.completeSince();
        Optional<Duration> keptFor = uses.keptFor();
        boolean isKept = keptFor.filter(kept -> kept.compareTo(length) >= 0).isPresent();
        return new PeriodRepresentation(
                from.toString(),
                now.toString(),
                uses.areCounted(),
                since.map(Instant::toString).orElse(null),
                keptFor.map(Duration::toString).orElse(null),
                isKept && since.filter(known -> !known.isAfter(from)).isPresent(),
                since,
                firstHour);
    }
}
