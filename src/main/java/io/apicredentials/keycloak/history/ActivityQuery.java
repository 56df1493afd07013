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

    /** In the place of a bucket: the row is of an address. */
    private static final long ADDRESS = -1;

    private static final String OF_CREDENTIAL = " from " + UsageRow.NAME
            + " u where u.credentialId = :credential and u.useHour >= :first and u.useHour < :end";

    /**
     * One statement, which looks at each row once. The length of a bucket is no parameter: PostgreSQL does not see that two of them
     * are the same. The number of addresses is bounded where they are added up: not every database can do that in a part of a union.
     * Databases have words such as HOUR for themselves, so that each name has two parts.
     */
    private static final String NUMBERS = "with useParts as (select %1$s as partHour, u.secretId as partSecret,"
            + " u.outcome as partOutcome, u.address as partAddress, sum(u.uses) as partUses, max(u.lastAt) as partLast"
            + OF_CREDENTIAL + " group by %1$s, u.secretId, u.outcome, u.address),"
            + " useAddresses as (select p.partAddress as ofAddress,"
            + " sum(case when p.partOutcome = :accepted then p.partUses else 0L end) as ofAccepted,"
            + " sum(case when p.partOutcome = :accepted then 0L else p.partUses end) as ofRefused,"
            + " max(p.partLast) as ofLast from useParts p where p.partAddress <> :others group by p.partAddress"
            + " order by 2 desc, 3 desc, 1 limit " + MOST_ADDRESSES + ")"
            + " select p.partHour, p.partSecret, p.partOutcome, sum(p.partUses), 0L, max(p.partLast) from useParts p"
            + " group by p.partHour, p.partSecret, p.partOutcome"
            + " union all select " + ADDRESS
            + "L, a.ofAddress, '', a.ofAccepted, a.ofRefused, a.ofLast from useAddresses a";

    private static final String LAST_OF_OTHERS =
            "select max(u.lastAt)" + OF_CREDENTIAL + " and u.address not in (:addresses)";

    private static final Comparator<Activity.Total> MOST_FIRST = Comparator.comparing(Activity.Total::accepted)
            .thenComparing(Activity.Total::refused)
            .reversed()
            .thenComparing(Activity.Total::of);

    /** The uses of a bucket by a secret with an outcome. */
    private record Part(long hour, String secret, String outcome, long uses, Instant lastAt) {

        static Part of(Object[] row) {
            return new Part(place(row), (String) row[1], (String) row[2], (Long) row[3], at(row[5]));
        }

        Activity.Total total(String of) {
            boolean isAccepted = outcome.equals(Outcome.ACCEPTED.code());
            return new Activity.Total(of, isAccepted ? uses : 0, isAccepted ? 0 : uses, lastAt);
        }
    }

    Activity run() {
        String start = "(u.useHour - mod(u.useHour, " + time.hoursOfBucket() + "L))";
        List<Object[]> rows = query(NUMBERS.formatted(start), Object[].class)
                .setParameter("accepted", Outcome.ACCEPTED.code())
                .setParameter("others", UsageKey.OTHERS)
                .getResultList();
        List<Part> parts =
                rows.stream().filter(row -> place(row) != ADDRESS).map(Part::of).toList();
        List<Activity.Total> addresses = rows.stream()
                .filter(row -> place(row) == ADDRESS)
                .map(row -> new Activity.Total((String) row[1], (Long) row[3], (Long) row[4], at(row[5])))
                .sorted(MOST_FIRST)
                .toList();
        return new Activity(
                buckets(parts),
                withOthers(addresses, parts),
                totals(parts, Part::secret),
                totals(parts, Part::outcome));
    }

    private static long place(Object[] row) {
        return ((Number) row[0]).longValue();
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
    private List<Activity.Total> withOthers(List<Activity.Total> known, List<Part> parts) {
        List<Activity.Total> addresses = new ArrayList<>(known);
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
        // A database that reads the rows for each part of the statement may find more for one than for the other.
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
        return totals.values().stream().sorted(MOST_FIRST).toList();
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
