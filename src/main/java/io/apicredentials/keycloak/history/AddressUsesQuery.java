package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Reads from where a credential was used, in two statements of which the database adds the rows up.
 *
 * @param outcomes what came of the uses that are asked of
 * @param firstHour the hour from which on they are, since the epoch
 */
record AddressUsesQuery(EntityManager entities, String credential, Set<Outcome> outcomes, long firstHour) {

    private static final String OF_CREDENTIAL = " from " + UsageRow.NAME
            + " u where u.credentialId = :credential and u.outcome in (:outcomes) and u.useHour >= :first";

    private static final String BY_ADDRESS = "select u.address, u.outcome, sum(u.uses), max(u.lastAt)" + OF_CREDENTIAL
            + " group by u.address, u.outcome order by sum(u.uses) desc, u.address, u.outcome";

    private static final String ALL = "select sum(u.uses), count(distinct u.address)" + OF_CREDENTIAL;

    AddressUses run() {
        Object[] all = query(ALL).getSingleResult();
        List<AddressUses.OfAddress> most = query(BY_ADDRESS).setMaxResults(AddressUses.MOST).getResultList().stream()
                .map(row -> new AddressUses.OfAddress(
                        (String) row[0], new Outcome((String) row[1]), (Long) row[2], Instant.ofEpochMilli((Long)
                                row[3])))
                .toList();
        return all[0] == null ? AddressUses.NONE : new AddressUses(most, (Long) all[0], (Long) all[1]);
    }

    private TypedQuery<Object[]> query(String text) {
        return entities.createQuery(text, Object[].class)
                .setParameter("credential", credential)
                .setParameter("outcomes", outcomes.stream().map(Outcome::code).toList())
                .setParameter("first", firstHour);
    }
}
