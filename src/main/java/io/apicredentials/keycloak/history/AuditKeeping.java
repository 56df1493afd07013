package io.apicredentials.keycloak.history;

import io.apicredentials.audit.ChainEnd;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done in the table of audit records from time to time. */
record AuditKeeping(EntityManager entities) {

    /** Records that are removed in one transaction: the chain of the realm is locked meanwhile. */
    private static final int AT_ONCE = 500;

    private static final String FIRST_REALM = "select min(a.realmId) from " + AuditRow.NAME + " a";
    private static final String NEXT_REALM = FIRST_REALM + " where a.realmId > :last";
    private static final String FIRST =
            "select a from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq > 0 order by a.seq";
    private static final String REMOVE =
            "delete from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq > 0 and a.seq <= :last";

    /**
     * The ids of the realms that have records, with and without a head. Each is one look into the primary key; a database that is
     * asked for all at once may read all records for them.
     */
    List<String> realms() {
        return Stream.iterate(
                        found(entities.createQuery(FIRST_REALM, String.class)),
                        Optional::isPresent,
                        last -> last.flatMap(this::realmAfter))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> realmAfter(String last) {
        return found(entities.createQuery(NEXT_REALM, String.class).setParameter("last", last));
    }

    private static Optional<String> found(TypedQuery<String> query) {
        return Optional.ofNullable(query.getSingleResult());
    }

    /** The end of a chain, if it has not been asked for within a time. */
    Optional<ChainEnd> dueHead(String realm, Instant now, Duration within) {
        AuditRow head = locked(realm);
        // A clock that was ahead must not keep it from being told.
        boolean isTold = head != null
                && head.recordedAt > now.minus(within).toEpochMilli()
                && head.recordedAt <= now.toEpochMilli();
        if (head == null || isTold) {
            return Optional.empty();
        }
        head.recordedAt = now.toEpochMilli();
        return Optional.of(AuditTable.head(head).last());
    }

    /**
     * Removes some of the first records that were written before an instant, and notes the last of them, from which the chain
     * goes on. A record that was written later, as those who wrote it had it, ends that. Of a realm that is gone, all are removed,
     * and then the head.
     *
     * @param isThere whether the realm is there; it is asked while nobody can add to its chain, since a realm that was imported
     *     may have the id of one that was removed
     * @param end {@link Instant#MIN} removes nothing of a realm that is there
     * @return whether there may be more
     */
    boolean removeSome(String realm, BooleanSupplier isThere, Instant end) {
        AuditRow head = locked(realm);
        if (head == null) {
            return false;
        }
        boolean isGone = !isThere.getAsBoolean();
        if (!isGone && end.equals(Instant.MIN)) {
            return false;
        }
        @Nullable AuditRow last = null;
        int removed = 0;
        for (AuditRow row : entities.createQuery(FIRST, AuditRow.class)
                .setParameter("realm", realm)
                .setMaxResults(AT_ONCE)
                .getResultList()) {
            if (!isGone && !Instant.ofEpochMilli(row.recordedAt).isBefore(end)) {
                break;
            }
            last = row;
            removed++;
        }
        if (last == null) {
            if (isGone) {
                entities.remove(head);
            }
            return false;
        }
        entities.createQuery(REMOVE)
                .setParameter("realm", realm)
                .setParameter("last", last.seq)
                .executeUpdate();
        head.prunedSeq = last.seq;
        head.previous = last.digest;
        return isGone || removed == AT_ONCE;
    }

    private @Nullable AuditRow locked(String realm) {
        return new AuditTable(entities).lockedHead(realm);
    }
}
