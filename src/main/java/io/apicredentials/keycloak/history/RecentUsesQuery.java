package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Adds up the accepted uses of many credentials, in one statement for each batch of them.
 *
 * @param firstHour the hour from which on they are, since the epoch
 */
record RecentUsesQuery(EntityManager entities, long firstHour) {

    private static final String BY_ADDRESS = "select u.address, sum(u.uses) from " + UsageRow.NAME
            + " u where u.credentialId in (:ids) and u.outcome = :accepted and u.useHour >= :first group by u.address";

    RecentUses run(List<List<String>> batches) {
        Set<String> addresses = new HashSet<>();
        long uses = 0;
        for (List<String> ids : batches) {
            List<Object[]> rows = entities.createQuery(BY_ADDRESS, Object[].class)
                    .setParameter("ids", ids)
                    .setParameter("accepted", Outcome.ACCEPTED.code())
                    .setParameter("first", firstHour)
                    .getResultList();
            for (Object[] row : rows) {
                uses += (Long) row[1];
                if (addresses.size() < RecentUses.MOST_ADDRESSES) {
                    addresses.add((String) row[0]);
                }
            }
        }
        return new RecentUses(uses, addresses.size());
    }
}
