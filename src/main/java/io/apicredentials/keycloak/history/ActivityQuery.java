package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads what happened with a credential. The database adds the rows up: what it answers with grows with the buckets that are asked
 * for, and not with the addresses that there were.
 *
 * @param time the hours of which it is asked
 */
record ActivityQuery(EntityManager entities, String credential, Activity.Time time) {

    /** A flood of refused uses may have come from very many. */
    private static final int MOST_ADDRESSES = 200;

    private static final String OF_CREDENTIAL = " from " + UsageRow.NAME
            + " u where u.credentialId = :credential and u.useHour >= :first and u.useHour < :end";

    /** The length of a bucket is no parameter: PostgreSQL does not see that two of them are the same. */
    private static final String NUMBERS = "select %1$s, u.secretId, u.outcome, sum(u.uses), max(u.lastAt)"
            + OF_CREDENTIAL + " group by %1$s, u.secretId, u.outcome";

    private static final String ADDRESSES =
            "select u.address, sum(case when u.outcome = :accepted then u.uses else 0 end),"
                    + " sum(case when u.outcome = :accepted then 0 else u.uses end), max(u.lastAt)" + OF_CREDENTIAL
                    + " and u.address <> :others group by u.address order by 2 desc, 3 desc, 1";

    private static final String LAST_OF_OTHERS =
            "select max(u.lastAt)" + OF_CREDENTIAL + " and u.address not in (:addresses)";

    /** The uses of a bucket by a secret with an outcome. */
    private record Part(long hour, String secret, String outcome, long uses, Instant lastAt) {

        static Part of(Object[] row) {
            return new Part(((Number) row[0]).longValue(), (String) row[1], (String) row[2], (Long) row[3], at(row[4]));
        }

        Activity.Total total(String of) {
            boolean isAccepted = outcome.equals(Outcome.ACCEPTED.code());
            return new Activity.Total(of, isAccepted ? uses : 0, isAccepted ? 0 : uses, lastAt);
        }
    }

    Activity run() {
        String start = "(u.useHour - mod(u.useHour, " + time.hoursOfBucket() + "))";
        List<Part> parts = query(NUMBERS.formatted(start), Object[].class)
                .getResultStream()
                .map(Part::of)
                .toList();
        return new Activity(
                buckets(parts), addresses(parts), totals(parts, Part::secret), totals(parts, Part::outcome));
    }

    private static List<Activity.Bucket> buckets(List<Part> parts) {
        Map<Long, Activity.Total> buckets = new TreeMap<>();
        parts.forEach(part -> buckets.merge(part.hour, part.total(""), Activity.Total::and));
        return buckets.entrySet().stream()
                .map(bucket -> new Activity.Bucket(
                        bucket.getKey(),
                        bucket.getValue().accepted(),
                        bucket.getValue().refused()))
                .toList();
    }

    /** Those beyond are what is left of all uses, with those beyond the bound of an hour. */
    private List<Activity.Total> addresses(List<Part> parts) {
        List<Activity.Total> addresses = new ArrayList<>(query(ADDRESSES, Object[].class)
                .setParameter("accepted", Outcome.ACCEPTED.code())
                .setParameter("others", UsageKey.OTHERS)
                .setMaxResults(MOST_ADDRESSES)
                .getResultStream()
                .map(row -> new Activity.Total((String) row[0], (Long) row[1], (Long) row[2], at(row[3])))
                .toList());
        long accepted = left(parts, addresses, Activity.Total::accepted);
        long refused = left(parts, addresses, Activity.Total::refused);
        if (accepted + refused > 0) {
            addresses.add(new Activity.Total(UsageKey.OTHERS, accepted, refused, lastOfOthers(addresses)));
        }
        return addresses;
    }

    private static long left(List<Part> parts, List<Activity.Total> addresses, ToLongFunction<Activity.Total> number) {
        long all = parts.stream()
                .mapToLong(part -> number.applyAsLong(part.total("")))
                .sum();
        // More may have been written since.
        return Math.max(0, all - addresses.stream().mapToLong(number).sum());
    }

    private Instant lastOfOthers(List<Activity.Total> addresses) {
        List<String> known = addresses.isEmpty()
                ? List.of(UsageKey.NONE)
                : addresses.stream().map(Activity.Total::of).toList();
        return at(query(LAST_OF_OTHERS, Object.class)
                .setParameter("addresses", known)
                .getSingleResult());
    }

    private static List<Activity.Total> totals(List<Part> parts, Function<Part, String> of) {
        Map<String, Activity.Total> totals = new HashMap<>();
        parts.forEach(part -> totals.merge(of.apply(part), part.total(of.apply(part)), Activity.Total::and));
        return totals.values().stream()
                .sorted(Comparator.comparing(Activity.Total::accepted)
                        .thenComparing(Activity.Total::refused)
                        .reversed()
                        .thenComparing(Activity.Total::of))
                .toList();
    }

    private static Instant at(@Nullable Object millis) {
        return millis instanceof Long number ? Instant.ofEpochMilli(number) : Instant.EPOCH;
    }

    private <T> TypedQuery<T> query(String text, Class<T> row) {
        return entities.createQuery(text, row)
                .setParameter("credential", credential)
                .setParameter("first", time.first())
                .setParameter("end", time.end());
    }
}
