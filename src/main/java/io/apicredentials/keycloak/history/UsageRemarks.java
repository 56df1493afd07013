package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.Remark;
import io.apicredentials.usage.UsageCount;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the table of uses says of itself: what it does not have, and which servers write it. */
record UsageRemarks(EntityManager entities) {

    /** How often a server gives a sign of life. */
    static final Duration SIGN = Duration.ofMinutes(1);

    /** A server that gave none for so long cannot write, or has ended without saying so. */
    private static final Duration SILENT = Duration.ofMinutes(3);

    /**
     * After so long it counts as ended: one that was killed never says so, and one that runs and reaches no database has not been ready
     * for so long. And when no server has given a sign for so long, uses may be lost.
     */
    private static final Duration ENDED = Duration.ofHours(1);

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private static final String ALL =
            "select u.outcome, u.secretId, u.lastAt from " + UsageRow.NAME + " u where u.credentialId = :none";

    private static final String FORGET = "delete from " + UsageRow.NAME + " u where u.credentialId = :none"
            + " and u.outcome = :counting and u.useHour = :noHour and u.secretId <> :none and ";

    private record Row(Outcome remark, String server, Instant at) {

        boolean is(Outcome wanted) {
            return remark.equals(wanted);
        }

        boolean isBefore(Instant other) {
            return at.isBefore(other);
        }
    }

    /**
     * Since when every accepted use is in the table, but for what servers have counted since they last wrote.
     *
     * @param server this one, which has just written
     * @return empty when nobody knows, also while another server counts and does not write
     */
    Optional<Instant> completeSince(String server, Instant now) {
        List<Row> rows = rows();
        boolean isSilent = rows.stream()
                .filter(row -> row.is(Remark.COUNTING))
                .filter(row -> !row.server.equals(server) && !row.server.equals(UsageKey.NONE))
                .anyMatch(row -> row.isBefore(now.minus(SILENT)) && !row.isBefore(now.minus(ENDED)));
        return last(rows, Remark.BEGAN)
                .filter(began -> !isSilent)
                .flatMap(began -> Stream.of(Remark.PAUSED, Remark.REMOVED, Remark.ACCEPTED_UNCOUNTED)
                        .flatMap(remark -> last(rows, remark).stream())
                        .filter(began::isBefore)
                        .max(Instant::compareTo)
                        .or(() -> Optional.of(began)));
    }

    /** Notes that a server counts and can write, and what that makes known: that counting begins, or went on after a pause. */
    void noteCounting(String server, Instant now, Duration interval) {
        List<Row> rows = rows();
        Instant oldest = now.minus(ENDED).minus(interval.multipliedBy(2));
        if (last(rows, Remark.BEGAN).isEmpty()) {
            add(UsageKey.remark(Remark.BEGAN), now);
        } else if (last(rows, Remark.COUNTING)
                .filter(sign -> !sign.isBefore(oldest))
                .isEmpty()) {
            add(UsageKey.remark(Remark.PAUSED), now);
        }
        add(UsageKey.remarkOf(server, Remark.COUNTING), now);
        forget("u.lastAt < :limit", "limit", now.minus(FORGOTTEN).toEpochMilli());
    }

    /** Notes that a server has written everything and counts no more. */
    void noteEnd(String server, Instant now) {
        add(UsageKey.remark(Remark.COUNTING), now);
        forget("u.secretId = :server", "server", server);
    }

    /** Notes that counts of the time before an instant were removed. */
    void noteRemoved(Instant before) {
        add(UsageKey.remark(Remark.REMOVED), before);
    }

    private static Optional<Instant> last(List<Row> rows, Outcome remark) {
        return rows.stream().filter(row -> row.is(remark)).map(Row::at).max(Instant::compareTo);
    }

    private List<Row> rows() {
        return entities.createQuery(ALL, Object[].class)
                .setParameter("none", UsageKey.NONE)
                .getResultStream()
                .map(row -> new Row(new Outcome((String) row[0]), (String) row[1], Instant.ofEpochMilli((Long) row[2])))
                .toList();
    }

    private void add(UsageKey remark, Instant at) {
        new UsageTable(entities).add(List.of(new UsageCount(remark, 1, at)));
    }

    private void forget(String which, String name, Object value) {
        entities.createQuery(FORGET + which)
                .setParameter("none", UsageKey.NONE)
                .setParameter("counting", Remark.COUNTING.code())
                .setParameter("noHour", UsageKey.NO_HOUR)
                .setParameter(name, value)
                .executeUpdate();
    }
}
