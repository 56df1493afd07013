package io.apicredentials.keycloak.history;

import io.apicredentials.usage.Outcome;
import io.apicredentials.usage.UsageKey;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * Removes counts from the table of uses, a few at a time, so that no transaction is long. What is noted beside them stays. Each
 * method says whether there was anything to remove.
 */
record UsageRemoval(EntityManager entities) {

    /** How many credentials of an hour, or hours of a credential, are removed at once. */
    private static final int AT_ONCE = 10;

    private static final String OLDEST =
            "select min(u.useHour) from " + UsageRow.NAME + " u where u.useHour < :end and u.credentialId <> :none";

    private static final String FIRST_REFUSED = "select min(u.useHour) from " + UsageRow.NAME
            + " u where u.useHour >= :from and u.useHour < :to and u.credentialId <> :none and u.outcome <> :kept";

    private static final String CREDENTIALS = "select distinct u.credentialId from " + UsageRow.NAME
            + " u where u.useHour = :hour and u.credentialId <> :none and u.outcome <> :kept";
    private static final String REMOVE_OF_HOUR = "delete from " + UsageRow.NAME
            + " u where u.useHour = :hour and u.credentialId in (:credentials) and u.outcome <> :kept";

    private static final String IS_THERE = "select count(c) from ClientEntity c where c.id = :credential";

    private static final String HOURS =
            "select distinct u.useHour from " + UsageRow.NAME + " u where u.credentialId = :credential";
    private static final String REMOVE_OF_CREDENTIAL =
            "delete from " + UsageRow.NAME + " u where u.credentialId = :credential and u.useHour in (:hours)";

    /** Removes some of what is from before an hour, and notes that. */
    boolean before(long end) {
        Optional<Long> oldest = Optional.ofNullable(entities.createQuery(OLDEST, Long.class)
                .setParameter("end", end)
                .setParameter("none", UsageKey.NONE)
                .getSingleResult());
        oldest.ifPresent(hour -> {
            ofHour(hour, UsageKey.NONE);
            new UsageRemarks(entities).noteRemoved(UsageKey.start(end));
        });
        return oldest.isPresent();
    }

    /** The first hour of some that has refused uses; where none has, that after the last of them. */
    long firstRefused(long from, long to) {
        return Optional.ofNullable(entities.createQuery(FIRST_REFUSED, Long.class)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("none", UsageKey.NONE)
                        .setParameter("kept", Outcome.ACCEPTED.code())
                        .getSingleResult())
                .orElse(to);
    }

    /** Removes some of the refused uses of an hour. */
    boolean refused(long hour) {
        return ofHour(hour, Outcome.ACCEPTED.code());
    }

    private boolean ofHour(long hour, String kept) {
        List<String> credentials = entities.createQuery(CREDENTIALS, String.class)
                .setParameter("hour", hour)
                .setParameter("none", UsageKey.NONE)
                .setParameter("kept", kept)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (!credentials.isEmpty()) {
            entities.createQuery(REMOVE_OF_HOUR)
                    .setParameter("hour", hour)
                    .setParameter("credentials", credentials)
                    .setParameter("kept", kept)
                    .executeUpdate();
        }
        return !credentials.isEmpty();
    }

    /** Removes some of the uses of a credential, unless there is one with this id. */
    boolean ofRemoved(String credential) {
        long there = entities.createQuery(IS_THERE, Long.class)
                .setParameter("credential", credential)
                .getSingleResult();
        return there == 0 && of(credential);
    }

    /** Removes some of the uses of a credential. */
    boolean of(String credential) {
        List<Long> hours = entities.createQuery(HOURS, Long.class)
                .setParameter("credential", credential)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (!hours.isEmpty()) {
            entities.createQuery(REMOVE_OF_CREDENTIAL)
                    .setParameter("credential", credential)
                    .setParameter("hours", hours)
                    .executeUpdate();
        }
        return !hours.isEmpty();
    }
}
