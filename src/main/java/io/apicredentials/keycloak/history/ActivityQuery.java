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

/**
 * Reads what happened with a credential, in two statements of which the database adds the rows up.
 *
 * @param time the hours of which it is asked
 */
record ActivityQuery(EntityManager entities, String credential, Activity.Time time) {

    /** A flood of refused uses may have come from very many. */
    private static final int MOST_ADDRESSES = 200;

    private static final String OF_CREDENTIAL = " from " + UsageRow.NAME
            + " u where u.credentialId = :credential and u.useHour >= :first and u.useHour < :end group by ";

    /** The length of a bucket is no parameter: PostgreSQL does not see that two of them are the same. */
    private static final String BUCKETS = "select %1$s, sum(case when u.outcome = :accepted then u.uses else 0 end),"
            + " sum(case when u.outcome = :accepted then 0 else u.uses end)" + OF_CREDENTIAL + "%1$s";

    private static final String TOTALS = "select u.address, u.secretId, u.outcome, sum(u.uses), max(u.lastAt)"
            + OF_CREDENTIAL + "u.address, u.secretId, u.outcome";

    Activity run() {
        List<Object[]> rows = query(TOTALS).getResultList();
        return new Activity(buckets(), most(totals(rows, 0)), totals(rows, 1), totals(rows, 2));
    }

    private List<Activity.Bucket> buckets() {
        String start = "(u.useHour - mod(u.useHour, " + time.hoursOfBucket() + "))";
        return query(BUCKETS.formatted(start))
                .setParameter("accepted", Outcome.ACCEPTED.code())
                .getResultList()
                .stream()
                .map(row -> new Activity.Bucket(((Number) row[0]).longValue(), (Long) row[1], (Long) row[2]))
                .sorted(Comparator.comparing(Activity.Bucket::hour))
                .toList();
    }

    /** Those beyond are added up, with those beyond the bound of an hour. */
    private static List<Activity.Total> most(List<Activity.Total> addresses) {
        List<Activity.Total> most = new ArrayList<>();
        Activity.Total others = new Activity.Total(UsageKey.OTHERS, 0, 0, Instant.EPOCH);
        for (Activity.Total total : addresses) {
            if (most.size() < MOST_ADDRESSES && !total.of().equals(UsageKey.OTHERS)) {
                most.add(total);
            } else {
                others = others.and(total);
            }
        }
        if (others.accepted() + others.refused() > 0) {
            most.add(others);
        }
        return most;
    }

    private static List<Activity.Total> totals(List<Object[]> rows, int place) {
        Map<String, Activity.Total> totals = new HashMap<>();
        for (Object[] row : rows) {
            boolean isAccepted = row[2].equals(Outcome.ACCEPTED.code());
            long uses = (Long) row[3];
            Activity.Total total = new Activity.Total(
                    (String) row[place], isAccepted ? uses : 0, isAccepted ? 0 : uses, Instant.ofEpochMilli((Long)
                            row[4]));
            totals.merge(total.of(), total, Activity.Total::and);
        }
        return totals.values().stream()
                .sorted(Comparator.comparing(Activity.Total::accepted)
                        .thenComparing(Activity.Total::refused)
                        .reversed()
                        .thenComparing(Activity.Total::of))
                .toList();
    }

    private TypedQuery<Object[]> query(String text) {
        return entities.createQuery(text, Object[].class)
                .setParameter("credential", credential)
                .setParameter("first", time.first())
                .setParameter("end", time.end());
    }
}
