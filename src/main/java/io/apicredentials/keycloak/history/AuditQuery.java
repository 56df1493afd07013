package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** Reads the records of one realm that somebody asks for, newest first. */
record AuditQuery(EntityManager entities, String realm, AuditFilter filter) {

    List<AuditRecord> page(int first, int max) {
        return records(query("").setFirstResult(first).setMaxResults(max));
    }

    /** Those that were written before a record. */
    List<AuditRecord> before(long sequence, int max) {
        return records(
                query(" and a.seq < :before").setParameter("before", sequence).setMaxResults(max));
    }

    private List<AuditRecord> records(TypedQuery<AuditRow> query) {
        return query.getResultStream().map(AuditRow::record).toList();
    }

    private TypedQuery<AuditRow> query(String more) {
        StringBuilder text = new StringBuilder(
                "select a from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq > 0" + more);
        filter.from().ifPresent(any -> text.append(" and a.recordedAt >= :from"));
        filter.to().ifPresent(any -> text.append(" and a.recordedAt < :to"));
        filter.credential().ifPresent(any -> text.append(" and a.credentialId = :credential"));
        filter.actor()
                .ifPresent(
                        any -> text.append(" and (a.userId = :actor or a.userName = :actor or a.authorKind = :actor)"));
        filter.operation().ifPresent(any -> text.append(" and a.operation = :operation"));
        TypedQuery<AuditRow> query = entities.createQuery(text + " order by a.seq desc", AuditRow.class)
                .setParameter("realm", realm);
        filter.from().ifPresent(from -> query.setParameter("from", from.toEpochMilli()));
        filter.to().ifPresent(to -> query.setParameter("to", to.toEpochMilli()));
        filter.credential().ifPresent(id -> query.setParameter("credential", id));
        filter.actor().ifPresent(actor -> query.setParameter("actor", actor));
        filter.operation().ifPresent(operation -> query.setParameter("operation", operation));
        return query;
    }
}
