package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.ChainEnd;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the table of audit records. Who writes locks the head of the realm's chain until the transaction ends, so that
 * of two changes at the same moment, on whichever nodes, one is the next after the other.
 */
record AuditTable(EntityManager entities) {

    private static final Logger LOG = Logger.getLogger(AuditTable.class);

    /** For how long somebody waits for the head: a transaction that was forgotten would otherwise stop every change for good. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String HEAD = "select a from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq = 0";

    private static final String END =
            "select a.lastSeq, a.digest from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq = 0";

    /** How long a reader waits that only asks where the chain ends. */
    private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);

    private static final String ADD_HEAD = "insert into " + AuditRow.NAME
            + " (realmId, seq, recordedAt, operation, authorKind, way, previous, digest, lastSeq, prunedSeq)"
            + " values (:realm, 0, 0, 'head', 'server', 'head', :none, :digest, :last, 0)"
            + " on conflict (realmId, seq) do nothing";

    private static final String LAST =
            "select a from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq > 0 order by a.seq desc";

    private static final String FIRST =
            "select a.recordedAt from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq > 0 order by a.seq";

    private static final String AFTER = "select a from " + AuditRow.NAME
            + " a where a.realmId = :realm and a.seq <> 0 and a.seq > :after order by a.seq";

    /**
     * Adds records to the chain of their realm.
     *
     * @param heads adds the head in a transaction of its own, where there is none
     * @throws PersistenceException also when another transaction holds the head for too long
     */
    void append(String realm, List<AuditEntry> entries, OwnTransaction heads) {
        AuditRow head = Optional.ofNullable(lockedHead(realm))
                .or(() -> {
                    heads.runOnceMore(other -> new AuditTable(other).addHead(realm));
                    return Optional.ofNullable(lockedHead(realm));
                })
                .orElseThrow(() -> new PersistenceException("The head of the chain of " + realm + " was removed"));
        ChainEnd end = new ChainEnd(head.lastSeq == null ? 0 : head.lastSeq, head.digest);
        for (AuditEntry entry : entries) {
            AuditRecord record = AuditRecord.after(end, entry);
            entities.persist(AuditRow.of(record));
            end = record.end();
        }
        head.lastSeq = end.sequence();
        head.digest = end.digest();
        entities.flush();
    }

    /** When the first record that is kept was written. */
    Optional<Instant> begin(String realm) {
        return entities.createQuery(FIRST, Long.class)
                .setParameter("realm", realm)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    /** The head of a chain, which nobody else writes until the transaction ends; null where there is none. */
    @Nullable AuditRow lockedHead(String realm) {
        return entities
                .createQuery(HEAD, AuditRow.class)
                .setParameter("realm", realm)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(OwnTransaction.LIMIT, Math.toIntExact(PATIENCE.toMillis()))
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /**
     * Adds a head, unless another node does so at the same moment. One that was removed may have known of records that are not
     * there any more: where any are left, the chain goes on after a gap of one number, so that every check says so.
     */
    int addHead(String realm) {
        long next = last(realm).map(last -> last.sequence() + 1).orElse(0L);
        int added = entities.createQuery(ADD_HEAD)
                .setParameter("realm", realm)
                .setParameter("none", ChainEnd.NONE.digest())
                .setParameter("digest", ChainEnd.NONE.digest())
                .setParameter("last", next)
                .executeUpdate();
        // Where another node has added it, the records that are there may be those that followed.
        if (added > 0 && next > 0) {
            LOG.errorf(
                    "The note of the last audit record of API credentials, the row of API_CREDENTIAL_AUDIT with SEQ 0 and"
                            + " REALM_ID %s, was removed. Nobody knows whether there were records after number %d; a check of"
                            + " the records names number %d as missing.",
                    realm, next - 1, next);
        }
        return added;
    }

    /** Adds a head where there is none: nothing else of the chain could be looked after. */
    int addLostHead(String realm) {
        return entities.find(AuditRow.class, key(realm)) == null ? addHead(realm) : 0;
    }

    /** The last record that is there. */
    private Optional<ChainEnd> last(String realm) {
        return entities.createQuery(LAST, AuditRow.class)
                .setParameter("realm", realm)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> row.record().end());
    }

    /** What is noted of the chain beside its records. Where that was removed, it is as it would be noted now. */
    AuditHead head(String realm) {
        return Optional.ofNullable(entities.find(AuditRow.class, key(realm)))
                .map(AuditTable::head)
                .or(() -> last(realm).map(last -> AuditHead.afterGap(last.sequence() + 1)))
                .orElse(AuditHead.NONE);
    }

    /** Where a chain ends, as it is noted; empty where nothing is. */
    Optional<ChainEnd> end(String realm) {
        return entities.createQuery(END, Object[].class)
                .setParameter("realm", realm)
                .setHint(OwnTransaction.LIMIT, Math.toIntExact(SHORT_PATIENCE.toMillis()))
                .getResultStream()
                .findFirst()
                .map(row -> new ChainEnd(row[0] == null ? 0 : (Long) row[0], (String) row[1]));
    }

    static AuditHead head(AuditRow row) {
        return new AuditHead(
                new ChainEnd(row.lastSeq == null ? 0 : row.lastSeq, row.digest),
                new ChainEnd(row.prunedSeq == null ? 0 : row.prunedSeq, row.previous));
    }

    private static AuditRow key(String realm) {
        AuditRow key = new AuditRow();
        key.realmId = realm;
        return key;
    }

    /** The records that follow a place, in their order. */
    List<AuditRecord> after(String realm, long sequence, int max) {
        return entities
                .createQuery(AFTER, AuditRow.class)
                .setParameter("realm", realm)
                .setParameter("after", sequence)
                .setMaxResults(max)
                .setHint(HibernateHints.HINT_FETCH_SIZE, max)
                .getResultList()
                .stream()
                .map(AuditRow::record)
                .toList();
    }
}
