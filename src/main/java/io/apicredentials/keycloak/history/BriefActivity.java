package io.apicredentials.keycloak.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often one of several credentials was used in a time, and when last.
 *
 * @param lastUsedAt the last accepted use, also before this time
 * @param buckets those in which it was used, in their order
 */
public record BriefActivity(Optional<Instant> lastUsedAt, List<Activity.Bucket> buckets) {}
