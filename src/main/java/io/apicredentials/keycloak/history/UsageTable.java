package io.apicredentials.keycloak.history;

import io.apicredentials.usage.UsageCount;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the table of uses. Each number is added to what is there, so that nodes can write the same row. */
record UsageTable(EntityManager entities) {

    /** Each size is a statement of its own, and MS SQL takes 2,100 parameters. */
    private static final int ROWS = 50;

    private static final String ADD = "insert into " + UsageRow.NAME
            + " (credentialId, outcome, useHour, secretId, address, uses, lastAt) values %s"
            + " on conflict (credentialId, outcome, useHour, secretId, address) do update set uses = uses + excluded.uses,"
            + " lastAt = case when excluded.lastAt > lastAt then excluded.lastAt else lastAt end";
    private static final String ROW =
            "(:credential%1$d, :outcome%1$d, :hour%1$d, :secret%1$d, :address%1$d, :uses%1$d, :lastAt%1$d)";

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
                    .setParameter("uses" + place, count.uses())
                    .setParameter("lastAt" + place, count.lastAt().toEpochMilli());
        }
        query.executeUpdate();
    }
}
