package io.apicredentials.usage;

import java.time.Instant;

/**
 * A number of uses.
 *
 * @param uses at least 1
 * @param lastAt when the last of them was
 */
public record UsageCount(UsageKey key, long uses, Instant lastAt) {

    /** These and more of the same key. */
    UsageCount and(UsageCount more) {
        return new UsageCount(key, uses + more.uses, lastAt.isAfter(more.lastAt) ? lastAt : more.lastAt);
    }
}
