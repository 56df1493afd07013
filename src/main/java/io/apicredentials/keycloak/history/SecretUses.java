package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the accepted uses of the secrets of a credential. */
record SecretUses(EntityManager entities, String credential, Instant now) {

    private static final String OF_CREDENTIAL =
            " from " + UsageRow.NAME + " u where u.credentialId = :credential and u.outcome = :accepted";

    private static final String NUMBERS = "select u.secretId, max(u.lastAt),"
            + " sum(case when u.useHour > :day then u.uses else 0 end),"
            + " sum(case when u.useHour > :week then u.uses else 0 end)" + OF_CREDENTIAL
            + " and u.secretId in (:secrets) group by u.secretId";

    private static final String ADDRESS = "select u.address" + OF_CREDENTIAL
            + " and u.useHour = :hour and u.secretId = :secret and u.lastAt = :lastAt order by u.address";

    Map<String, SecretUse> of(List<String> secrets) {
        Map<String, SecretUse> uses = new HashMap<>();
        if (secrets.isEmpty()) {
            return uses;
        }
        List<Object[]> rows = entities.createQuery(NUMBERS, Object[].class)
                .setParameter("credential", credential)
                .setParameter("accepted", Outcome.ACCEPTED.code())
                .setParameter("secrets", secrets)
                .setParameter("day", hourBefore(Duration.ofDays(1)))
                .setParameter("week", hourBefore(Duration.ofDays(7)))
                .getResultList();
        for (Object[] row : rows) {
            String secret = (String) row[0];
            Instant last = Instant.ofEpochMilli((Long) row[1]);
            uses.put(secret, new SecretUse(last, address(secret, last), (Long) row[2], (Long) row[3]));
        }
        return uses;
    }

    private long hourBefore(Duration time) {
        return UsageKey.hour(now.minus(time));
    }

    private String address(String secret, Instant last) {
        return entities.createQuery(ADDRESS, String.class)
                .setParameter("credential", credential)
                .setParameter("accepted", Outcome.ACCEPTED.code())
                .setParameter("hour", UsageKey.hour(last))
                .setParameter("secret", secret)
                .setParameter("lastAt", last.toEpochMilli())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(UsageKey.UNKNOWN);
    }
}
