package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.history.Activity;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import io.apicredentials.usage.UsageKey;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Of which time the activity of a credential is asked.
 *
 * @param time in whole buckets
 */
record ActivityParameters(Bucket bucket, Activity.Time time) {

    private static final String ID = "id";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String BUCKET = "bucket";

    /** A month in hours, and almost three years in days. */
    private static final long MOST_BUCKETS = 1_000;

    /** Of each of many credentials: four days in hours, and a quarter of a year in days. */
    private static final long MOST_BUCKETS_OF_MANY = 100;

    /** The same of several credentials. */
    record OfMany(List<String> ids, ActivityParameters activity) {}

    /** What the uses of are added up. Days are those of UTC. */
    enum Bucket {
        HOUR(1, Duration.ofDays(1)),
        DAY(24, Duration.ofDays(30));

        private final int hours;
        private final Duration usual;

        Bucket(int hours, Duration usual) {
            this.hours = hours;
            this.usual = usual;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The first hour of the one with an hour. */
        private long start(long hour) {
            return Math.floorDiv(hour, hours) * hours;
        }
    }

    /**
     * Reads them.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static ActivityParameters read(MultivaluedMap<String, String> query, Instant now) {
        return read(new QueryParameters(query, List.of(FROM, TO, BUCKET)), MOST_BUCKETS, now);
    }

    /**
     * Of which credentials it is asked, and of which time.
     *
     * @param mostIds of how many at most
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static OfMany readOfMany(MultivaluedMap<String, String> query, int mostIds, Instant now) {
        QueryParameters parameters = new QueryParameters(query, List.of(ID, FROM, TO, BUCKET));
        List<String> ids = parameters.texts(ID, mostIds);
        return new OfMany(ids, read(parameters, MOST_BUCKETS_OF_MANY, now));
    }

    private static ActivityParameters read(QueryParameters parameters, long mostBuckets, Instant now) {
        Bucket bucket = bucket(parameters);
        Optional<Instant> givenFrom = parameters.instant(FROM);
        Instant to = parameters.instant(TO).orElse(now);
        parameters.refuseIfWrong();
        Instant from = givenFrom.orElseGet(() -> to.minus(bucket.usual));
        long first = bucket.start(UsageKey.hour(from));
        long end = bucket.start(UsageKey.hour(to.minusNanos(1))) + bucket.hours;
        long buckets = (end - first) / bucket.hours;
        if (!from.isBefore(to)) {
            parameters.wrong(Problem.of(FROM, RequestProblem.RANGE_REVERSED));
        } else if (buckets > mostBuckets) {
            parameters.wrong(Problem.of(FROM, RequestProblem.RANGE_TOO_LONG, buckets, bucket.word(), mostBuckets));
        }
        parameters.refuseIfWrong();
        return new ActivityParameters(bucket, new Activity.Time(first, end, bucket.hours));
    }

    private static Bucket bucket(QueryParameters parameters) {
        String wanted = parameters.text(BUCKET);
        if (wanted == null || wanted.equals(Bucket.DAY.word())) {
            return Bucket.DAY;
        }
        if (!wanted.equals(Bucket.HOUR.word())) {
            parameters.wrong(Problem.of(BUCKET, RequestProblem.NOT_ONE_OF, "hour, day"));
        }
        return Bucket.HOUR;
    }
}
