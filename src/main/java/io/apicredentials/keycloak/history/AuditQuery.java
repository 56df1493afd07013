package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditRecord;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.hibernate.jpa.HibernateHints;

/** Reads the records of one realm that somebody asks for. */
record AuditQuery(EntityManager entities, String realm, AuditFilter filter) {

    private static final int FETCH_SIZE = 1_000;

    /** Newest first. */
    List<AuditRecord> page(int first, int max) {
        return records(query("", "desc").setFirstResult(first).setMaxResults(max));
    }

    /** Those that were written after a record, the first first. */
    List<AuditRecord> after(long sequence, int max) {
        return records(query(" and a.seq > :after", "asc")
                .setParameter("after", sequence)
                .setMaxResults(max));
    }

    private List<AuditRecord> records(TypedQuery<AuditRow> query) {
        // Keycloak's own setting reads a few rows at a time.
        return query.setHint(HibernateHints.HINT_FETCH_SIZE, FETCH_SIZE).getResultList().stream()
                .map(AuditRow::record)
                .toList();
    }

    private TypedQuery<AuditRow> query(String more, String order) {
        StringBuilder text = new StringBuilder(
                "select a from " + AuditRow.NAME + " a where a.realmId = :realm and a.seq > 0" + more);
        filter.from().ifPresent(any -> text.append(" and a.recordedAt >= :from"));
        filter.to().ifPresent(any -> text.append(" and a.recordedAt < :to"));
        filter.credential().ifPresent(any -> text.append(" and a.credentialId = :credential"));
        filter.actor()
                .ifPresent(any -> text.append(" and (a.userId = :id or a.authorKind = :id"
                        + " or (a.userName = :name and a.userRealmId in (:named)))"));
        if (!filter.operations().isEmpty()) {
            text.append(" and a.operation in (:operations)");
        }
        TypedQuery<AuditRow> query = entities.createQuery(text + " order by a.seq " + order, AuditRow.class)
                .setParameter("realm", realm);
        filter.from().ifPresent(from -> query.setParameter("from", from.toEpochMilli()));
        filter.to().ifPresent(to -> query.setParameter("to", to.toEpochMilli()));
        // As it is, like Keycloak's own id of the client: the column is as narrow as Keycloak's.
        filter.credential().ifPresent(id -> query.setParameter("credential", id));
        filter.actor()
                .ifPresent(actor -> query.setParameter("id", StoredText.NARROW.write(actor))
                        .setParameter("name", StoredText.WIDE.write(actor))
                        .setParameter("named", filter.namedRealms()));
        if (!filter.operations().isEmpty()) {
            query.setParameter("operations", filter.operations());
        }
        return query;
    }
}
