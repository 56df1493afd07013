package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.apicredentials.keycloak.history.Activity;
import io.apicredentials.keycloak.history.CountedUses;
import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often a credential was used in a time, in answers.
 *
 * @param recorded whether a use that happens now would be told
 * @param recordedSince since when each accepted use is told; null when nobody knows
 * @param keptFor for how long a use is told, as an ISO 8601 duration; null where uses are not counted
 * @param lastUsedAt the last accepted use, also before this time; null when there is none
 * @param buckets those in which it was used
 * @param addresses where it was used from, most often with success first
 * @param secrets by which secrets, as far as one was recognised
 * @param reasons why uses were refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityRepresentation(
        boolean recorded,
        @Nullable String recordedSince,
        @Nullable String keptFor,
        @Nullable String lastUsedAt,
        String from,
        String to,
        String bucket,
        long accepted,
        long refused,
        List<BucketOfTime> buckets,
        List<OfAddress> addresses,
        List<OfSecret> secrets,
        List<OfReason> reasons) {

    private static final Activity NONE = new Activity(List.of(), List.of(), List.of(), List.of());

    /** An hour or a day, by its first instant. */
    record BucketOfTime(String from, long accepted, long refused) {}

    /** The uses from an address; {@code others} for all beyond the first ones of an hour, {@code unknown} where it is not known. */
    record OfAddress(String address, long accepted, long refused, String lastAt) {}

    /** The uses by a secret. */
    record OfSecret(String id, long accepted, long refused, String lastAt) {}

    /** The refused uses for a reason. */
    record OfReason(String reason, long refused, String lastAt) {}

    static List<BucketOfTime> buckets(List<Activity.Bucket> buckets) {
        return buckets.stream()
                .map(one -> new BucketOfTime(UsageKey.start(one.hour()).toString(), one.accepted(), one.refused()))
                .toList();
    }

    static ActivityRepresentation of(CountedUses uses, String credential, ActivityParameters asked) {
        Optional<Activity> read = uses.activity(credential, asked.time());
        Activity activity = read.orElse(NONE);
        return new ActivityRepresentation(
                read.isPresent() && uses.areCounted(),
                uses.completeSince().map(Instant::toString).orElse(null),
                uses.keptFor().map(Duration::toString).orElse(null),
                Optional.ofNullable(uses.last(List.of(credential)).get(credential))
                        .map(Instant::toString)
                        .orElse(null),
                UsageKey.start(asked.time().first()).toString(),
                UsageKey.start(asked.time().end()).toString(),
                asked.bucket().word(),
                activity.buckets().stream().mapToLong(Activity.Bucket::accepted).sum(),
                activity.buckets().stream().mapToLong(Activity.Bucket::refused).sum(),
                buckets(activity.buckets()),
                activity.addresses().stream()
                        .map(one -> new OfAddress(
                                one.of(),
                                one.accepted(),
                                one.refused(),
                                one.lastAt().toString()))
                        .toList(),
                activity.secrets().stream()
                        .filter(one -> !one.of().equals(UsageKey.NONE))
                        .map(one -> new OfSecret(
                                one.of(),
                                one.accepted(),
                                one.refused(),
                                one.lastAt().toString()))
                        .toList(),
                activity.reasons().stream()
                        .filter(one -> !one.of().equals(Outcome.ACCEPTED.code()))
                        .map(one -> new OfReason(
                                one.of(), one.refused(), one.lastAt().toString()))
                        .toList());
    }
}
