package io.apicredentials.keycloak.history;

import io.apicredentials.keycloak.settings.ClientFlow;
import io.apicredentials.usage.Outcome;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * Reads how often some credentials were used, in one statement for all of them: a row for each with its last use, and a row for
 * each bucket that has any.
 *
 * @param time the hours of which it is asked
 */
record BriefActivityQuery(EntityManager entities, RealmModel realm, Activity.Time time) {

    /** In the place of a bucket: the row has the last use. */
    private static final long LAST = -1;

    /** The length of a bucket is no parameter: PostgreSQL does not see that two of them are the same. */
    private static final String UNION = "select c.id, " + LAST + "L, coalesce(" + CountedUses.LAST
            + ", " + LAST + "L), 0L from ClientEntity c where c.realmId = :realm"
            + " and c.clientAuthenticatorType = :authenticator and c.id in (:ids)"
            + " union all select u.credentialId, %1$s, sum(case when u.outcome = :accepted then u.uses else 0L end),"
            + " sum(case when u.outcome = :accepted then 0L else u.uses end) from " + UsageRow.NAME
            + " u where u.credentialId in (:ids) and u.useHour >= :first and u.useHour < :end"
            + " group by u.credentialId, %1$s";

    /** Of those of these ids that are credentials of the realm, by their ids. */
    Map<String, BriefActivity> run(List<String> ids) {
        String bucket = "(u.useHour - mod(u.useHour, " + time.hoursOfBucket() + "L))";
        List<Object[]> rows = entities.createQuery(UNION.formatted(bucket), Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("authenticator", ClientFlow.AUTHENTICATOR)
                .setParameter("ids", ids)
                .setParameter("accepted", Outcome.ACCEPTED.code())
                .setParameter("first", time.first())
                .setParameter("end", time.end())
                .getResultList();
        Map<String, BriefActivity> found = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> number(row[1]) == LAST)
                .forEach(row -> found.put((String) row[0], new BriefActivity(last(row), buckets(rows, row[0]))));
        return found;
    }

    private static Optional<Instant> last(Object[] row) {
        return Optional.of(number(row[2])).filter(time -> time != LAST).map(Instant::ofEpochMilli);
    }

    private static List<Activity.Bucket> buckets(List<Object[]> rows, Object id) {
        List<Activity.Bucket> buckets = new ArrayList<>();
        for (Object[] row : rows) {
            if (row[0].equals(id) && number(row[1]) != LAST) {
                buckets.add(new Activity.Bucket(number(row[1]), number(row[2]), number(row[3])));
            }
        }
        buckets.sort(Comparator.comparing(Activity.Bucket::hour));
        return buckets;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
