package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the accepted uses of the secrets of a credential. */
record SecretUses(EntityManager entities, String credential, Instant now) {

    private static final String OF_CREDENTIAL =
            " from " + UsageRow.NAME + " u where u.credentialId = :credential and u.outcome = :accepted";

    /** Each with the last use, whenever that was; the numbers are of a week. */
    private static final String NUMBERS = "select u.secretId, max(u.lastAt),"
            + " sum(case when u.useHour > :day then u.uses else 0 end), sum(u.uses)" + OF_CREDENTIAL
            + " and u.useHour > :week and u.secretId in (:secrets) group by u.secretId";

    private static final String LAST =
            "select u.secretId, max(u.lastAt)" + OF_CREDENTIAL + " and u.secretId in (:secrets) group by u.secretId";

    private static final String ADDRESS = "select u.address" + OF_CREDENTIAL
            + " and u.useHour = :hour and u.secretId = :secret and u.lastAt = :lastAt order by u.address";

    Map<String, SecretUse> of(List<String> secrets) {
        Map<String, SecretUse> uses = new HashMap<>();
        if (secrets.isEmpty()) {
            return uses;
        }
        query(NUMBERS, Object[].class)
                .setParameter("secrets", secrets)
                .setParameter("day", hourBefore(Duration.ofDays(1)))
                .setParameter("week", hourBefore(Duration.ofDays(7)))
                .getResultList()
                .forEach(row -> uses.put((String) row[0], use(row, (Long) row[2], (Long) row[3])));
        List<String> others =
                secrets.stream().filter(secret -> !uses.containsKey(secret)).toList();
        if (!others.isEmpty()) {
            query(LAST, Object[].class)
                    .setParameter("secrets", others)
                    .getResultList()
                    .forEach(row -> uses.put((String) row[0], use(row, 0, 0)));
        }
        return uses;
    }

    private SecretUse use(Object[] row, long inLastDay, long inLastWeek) {
        Instant last = Instant.ofEpochMilli((Long) row[1]);
        return new SecretUse(last, address((String) row[0], last), inLastDay, inLastWeek);
    }

    private long hourBefore(Duration time) {
        return UsageKey.hour(now.minus(time));
    }

    private String address(String secret, Instant last) {
        return query(ADDRESS, String.class)
                .setParameter("hour", UsageKey.hour(last))
                .setParameter("secret", secret)
                .setParameter("lastAt", last.toEpochMilli())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(UsageKey.UNKNOWN);
    }

    private <T> TypedQuery<T> query(String text, Class<T> row) {
        return entities.createQuery(text, row)
                .setParameter("credential", credential)
                .setParameter("accepted", Outcome.ACCEPTED.code());
    }
}
