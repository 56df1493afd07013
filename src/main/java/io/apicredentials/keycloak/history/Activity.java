package io.apicredentials.keycloak.history;

import java.time.Instant;
import java.util.List;

/**
 * What happened with a credential in a time, as numbers.
 *
 * @param buckets those in which it was used, in their order
 * @param addresses where it was used from, with most accepted uses first
 * @param secrets by which secrets; {@code -} where none was recognised
 * @param reasons why uses were refused, with the accepted ones under {@code accepted}
 */
public record Activity(List<Bucket> buckets, List<Total> addresses, List<Total> secrets, List<Total> reasons) {

    /**
     * Hours.
     *
     * @param first since the epoch
     * @param end the first one that does not belong to them
     * @param hoursOfBucket how many of them are added up
     */
    public record Time(long first, long end, int hoursOfBucket) {}

    /**
     * Some hours that are added up.
     *
     * @param hour the first of them, since the epoch
     */
    public record Bucket(long hour, long accepted, long refused) {}

    /**
     * The uses that have something in common.
     *
     * @param of what they have in common
     * @param lastAt when the last of them was
     */
    public record Total(String of, long accepted, long refused, Instant lastAt) {

        /** These and others, with what these have in common. */
        Total and(Total other) {
            return new Total(
                    of,
                    accepted + other.accepted,
                    refused + other.refused,
                    lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }
}
