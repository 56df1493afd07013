package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditRecord;
import io.apicredentials.audit.ChainCheck;
import io.apicredentials.audit.ChainEnd;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** The records of the changes of one realm. */
public final class AuditHistory {

    /** A record may have some hundred KB. */
    private static final int PAGE = 100;

    /** For a statement: a filter may have to look at millions of records for one. */
    private static final Duration LONGEST_READ = Duration.ofMinutes(1);

    private final KeycloakSessionFactory factory;
    private final String realm;

    public AuditHistory(KeycloakSession session, RealmModel realm) {
        this.factory = session.getKeycloakSessionFactory();
        this.realm = realm.getId();
    }

    /**
     * What the check of a chain has found.
     *
     * @param pruned the last record that was pruned
     * @param last the last record, as it is noted beside the records
     * @param checked how many records are right
     * @param broken the first one that is not
     */
    public record Verification(ChainEnd pruned, ChainEnd last, long checked, Optional<ChainCheck.Broken> broken) {}

    /** Whether a change that is made now is recorded: not where an operator has disabled our tables. */
    public boolean isRecorded() {
        return HistoryTables.exist(factory);
    }

    /**
     * Takes a place for an export, of which each may hold a thread for as long as its reader likes.
     *
     * @return gives it back, however often it is run; empty when this node has no more of them at present
     */
    public Optional<Runnable> beginExport() {
        return HistoryTables.exports(factory).take(realm);
    }

    /**
     * A page of records, newest first.
     *
     * @throws NotReadException as all that reads them
     */
    public List<AuditRecord> list(AuditFilter filter, int first, int max) {
        return read(entities -> new AuditQuery(entities, realm, filter).page(first, max));
    }

    /** When the first record that is kept was written; empty when there is none. */
    public Optional<Instant> begin() {
        return read(entities -> new AuditTable(entities).begin(realm));
    }

    /** Some of the records that were written after one, the first first. */
    public List<AuditRecord> after(AuditFilter filter, long sequence, int max) {
        return read(entities -> new AuditQuery(entities, realm, filter).after(sequence, max));
    }

    private record Step(List<AuditRecord> records, AuditHead head) {}

    /**
     * Computes the chain anew, some records in each transaction, so that neither memory nor a cursor is needed for all of them.
     * Changes and pruning go on meanwhile.
     *
     * @return empty while this node does so for somebody else
     */
    public Optional<Verification> verify() {
        return HistoryTables.verifications(factory).attempt(realm, this::verified);
    }

    private Verification verified() {
        AuditHead head = read(entities -> new AuditTable(entities).head(realm));
        ChainCheck check = new ChainCheck(head.pruned());
        boolean wasEmpty = false;
        while (check.broken().isEmpty()) {
            long after = check.position();
            Step step = read(entities -> step(entities, after));
            head = step.head;
            if (head.pruned().sequence() > check.last().sequence()) {
                check = new ChainCheck(head.pruned());
                continue;
            }
            ChainEnd last = head.last();
            for (AuditRecord record : step.records) {
                check.add(record, last);
            }
            // A record may have been written between the two looks of a step: the head then knows of it, and the next
            // step sees it.
            boolean isAtEnd =
                    step.records.isEmpty() && (wasEmpty || check.last().sequence() >= last.sequence());
            if (isAtEnd) {
                return new Verification(head.pruned(), last, check.checked(), check.end(last));
            }
            wasEmpty = step.records.isEmpty();
        }
        return new Verification(head.pruned(), head.last(), check.checked(), check.broken());
    }

    /** The head after the records, so that it knows of each of them. */
    private Step step(EntityManager entities, long after) {
        AuditTable table = new AuditTable(entities);
        return new Step(table.after(realm, after, PAGE), table.head(realm));
    }

    private <T> T read(Function<EntityManager, T> work) {
        return HistoryTables.reading(factory)
                .read(() -> new OwnTransaction(factory, LONGEST_READ).run(entities -> {
                    T result = work.apply(entities);
                    // The end of the transaction would look for changes of what was read.
                    entities.clear();
                    return result;
                }));
    }
}
