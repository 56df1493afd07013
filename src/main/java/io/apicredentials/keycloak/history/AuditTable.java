package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.ChainEnd;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the table of audit records. Who writes locks the head of the realm's chain until the transaction ends, so that
 * of two changes at the same moment, on whichever nodes, one is the next after the other.
 */
record AuditTable(EntityManager entities) {

    private static final String ADD_HEAD = "insert into " + AuditRow.NAME
            + " (realmId, seq, recordedAt, operation, authorKind, way, previous, digest, lastSeq, prunedSeq)"
            + " values (:realm, 0, 0, 'head', 'server', 'head', :none, :digest, :last, 0)"
            + " on conflict (realmId, seq) do nothing";

    private static final String LAST =
            "select a from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq > 0 order by a.seq desc";

    private static final String AFTER = "select a from " + AuditRow.NAME
            + " a where a.realmId = :realm and a.seq <> 0 and a.seq > :after order by a.seq";

    /** Adds records to the chain of their realm. */
    void append(String realm, List<AuditEntry> entries) {
        AuditRow head = lockedHead(realm);
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

    private AuditRow lockedHead(String realm) {
        AuditRow head = find(realm, LockModeType.PESSIMISTIC_WRITE);
        if (head == null) {
            // Another node may add it at the same moment; it is locked whoever has added it.
            addHead(realm);
            head = find(realm, LockModeType.PESSIMISTIC_WRITE);
        }
        return Optional.ofNullable(head).orElseThrow(() -> new IllegalStateException("no head of " + realm));
    }

    /** Where somebody has removed it, from what is left: changes go on, and the check names what is wrong. */
    private void addHead(String realm) {
        ChainEnd last = entities.createQuery(LAST, AuditRow.class)
                .setParameter("realm", realm)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> row.record().end())
                .orElse(ChainEnd.NONE);
        entities.createQuery(ADD_HEAD)
                .setParameter("realm", realm)
                .setParameter("none", ChainEnd.NONE.digest())
                .setParameter("digest", last.digest())
                .setParameter("last", last.sequence())
                .executeUpdate();
    }

    private @Nullable AuditRow find(String realm, LockModeType lock) {
        return entities.find(AuditRow.class, key(realm), lock);
    }

    /** What is noted of the chain beside its records. */
    AuditHead head(String realm) {
        return Optional.ofNullable(find(realm, LockModeType.NONE))
                .map(AuditTable::head)
                .orElse(AuditHead.NONE);
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
