package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Remark;
import io.apicredentials.usage.UsageCount;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the table of uses. Each number is added to what is there, so that nodes can write the same row. */
record UsageTable(EntityManager entities) {

    /** Each size is a statement of its own, and MS SQL takes 2,100 parameters. */
    private static final int ROWS = 50;

    /** How many credentials of an hour are removed at once. */
    private static final int REMOVED = 100;

    private static final String ADD = "insert into " + UsageRow.NAME
            + " (credentialId, outcome, useHour, secretId, address, realmId, uses, lastAt) values %s"
            + " on conflict (credentialId, outcome, useHour, secretId, address) do update set uses = uses + excluded.uses,"
            + " lastAt = case when excluded.lastAt > lastAt then excluded.lastAt else lastAt end";
    private static final String ROW =
            "(:credential%1$d, :outcome%1$d, :hour%1$d, :secret%1$d, :address%1$d, :realm%1$d,"
                    + " :uses%1$d, :lastAt%1$d)";

    private static final String BEGAN =
            "select min(u.lastAt) from " + UsageRow.NAME + " u where u.credentialId = :none and u.outcome = :began";

    private static final String OLDEST =
            "select min(u.useHour) from " + UsageRow.NAME + " u where u.useHour < :end and u.credentialId <> :none";
    private static final String OF_HOUR = "select distinct u.credentialId from " + UsageRow.NAME
            + " u where u.useHour = :hour and u.credentialId <> :none";
    private static final String REMOVE =
            "delete from " + UsageRow.NAME + " u where u.useHour = :hour and u.credentialId in (:credentials)";

    /** @param counts in the order of their keys */
    void add(List<UsageCount> counts) {
        int whole = counts.size() - counts.size() % ROWS;
        for (int first = 0; first < whole; first += ROWS) {
            addAtOnce(counts.subList(first, first + ROWS));
        }
        counts.subList(whole, counts.size()).forEach(count -> addAtOnce(List.of(count)));
    }

    private void addAtOnce(List<UsageCount> counts) {
        String rows = IntStream.range(0, counts.size()).mapToObj(ROW::formatted).collect(Collectors.joining(", "));
        Query query = entities.createQuery(ADD.formatted(rows));
        for (int place = 0; place < counts.size(); place++) {
            UsageCount count = counts.get(place);
            UsageKey key = count.key();
            query.setParameter("credential" + place, key.credential())
                    .setParameter("outcome" + place, key.outcome().code())
                    .setParameter("hour" + place, key.hour())
                    .setParameter("secret" + place, key.secret())
                    .setParameter("address" + place, key.address())
                    .setParameter("realm" + place, key.realm())
                    .setParameter("uses" + place, count.uses())
                    .setParameter("lastAt" + place, count.lastAt().toEpochMilli());
        }
        query.executeUpdate();
    }

    /** Notes since when uses are counted, unless that is noted. */
    void noteBeginning(Instant now) {
        Long began = entities.createQuery(BEGAN, Long.class)
                .setParameter("none", UsageKey.NONE)
                .setParameter("began", Remark.BEGAN.code())
                .getSingleResult();
        if (began == null) {
            add(List.of(new UsageCount(UsageKey.remark(Remark.BEGAN, UsageKey.hour(now)), 1, now)));
        }
    }

    /**
     * Removes some of what is from before an hour, and no remark.
     *
     * @return whether there was any
     */
    boolean removeSomeBefore(long end) {
        Optional<Long> oldest = Optional.ofNullable(entities.createQuery(OLDEST, Long.class)
                .setParameter("end", end)
                .setParameter("none", UsageKey.NONE)
                .getSingleResult());
        oldest.ifPresent(this::removeSomeOf);
        return oldest.isPresent();
    }

    private void removeSomeOf(long hour) {
        List<String> credentials = entities.createQuery(OF_HOUR, String.class)
                .setParameter("hour", hour)
                .setParameter("none", UsageKey.NONE)
                .setMaxResults(REMOVED)
                .getResultList();
        entities.createQuery(REMOVE)
                .setParameter("hour", hour)
                .setParameter("credentials", credentials)
                .executeUpdate();
    }
}
