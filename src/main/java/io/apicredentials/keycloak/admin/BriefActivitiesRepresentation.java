package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.Activity;
import io.apicredentials.keycloak.history.BriefActivity;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often some credentials were used in a time, in answers.
 *
 * @param recorded whether a use that happens now would be told
 * @param recordedSince since when each accepted use is told; null when nobody knows
 * @param keptFor for how long a use is told, as an ISO 8601 duration; null where uses are not counted
 * @param credentials by their ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BriefActivitiesRepresentation(
        boolean recorded,
        @Nullable String recordedSince,
        @Nullable String keptFor,
        String from,
        String to,
        String bucket,
        Map<String, OfCredential> credentials) {

    /**
     * The uses of one credential.
     *
     * @param lastUsedAt the last accepted use, also before this time; null when there is none
     * @param buckets those in which it was used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfCredential(
            @Nullable String lastUsedAt,
            long accepted,
            long refused,
            List<ActivityRepresentation.BucketOfTime> buckets) {

        static OfCredential of(BriefActivity activity) {
            return new OfCredential(
                    activity.lastUsedAt().map(Instant::toString).orElse(null),
                    activity.buckets().stream()
                            .mapToLong(Activity.Bucket::accepted)
                            .sum(),
                    activity.buckets().stream()
                            .mapToLong(Activity.Bucket::refused)
                            .sum(),
                    ActivityRepresentation.buckets(activity.buckets()));
        }
    }

    static BriefActivitiesRepresentation of(CountedUses uses, List<String> ids, ActivityParameters asked) {
        Optional<Map<String, BriefActivity>> read = uses.activities(ids, asked.time());
        Map<String, OfCredential> credentials = new TreeMap<>();
        read.orElse(Map.of()).forEach((id, activity) -> credentials.put(id, OfCredential.of(activity)));
        return new BriefActivitiesRepresentation(
                read.isPresent() && uses.areCounted(),
                uses.completeSince().map(Instant::toString).orElse(null),
                uses.keptFor().map(Duration::toString).orElse(null),
                UsageKey.start(asked.time().first()).toString(),
                UsageKey.start(asked.time().end()).toString(),
                asked.bucket().word(),
                credentials);
    }
}
