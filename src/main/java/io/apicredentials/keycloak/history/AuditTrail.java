package io.apicredentials.keycloak.history;

import io.apicredentials.audit.AuditEntry;
import io.apicredentials.keycloak.client.StoredCredential;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;

/**
 * The records of the changes that one session makes. They are written in its transaction, just before that is committed: the
 * chain of the realm is locked for a moment only, and after everything else. When they cannot be written, nothing is committed.
 */
public final class AuditTrail extends AbstractKeycloakTransaction {

    private static final String KEY = "api-credential-audit";

    private final KeycloakSession session;
    private final boolean hasTable;
    private final List<AuditEntry> entries = new ArrayList<>();
    private final Map<String, StoredCredential> states = new HashMap<>();
    private Function<NotRecordedException, RuntimeException> refusal = failed -> failed;
    private boolean isEnlisted;
    private boolean isEnding;
    private int awaited;

    private AuditTrail(KeycloakSession session) {
        this.session = session;
        this.hasTable = HistoryTables.exist(session.getKeycloakSessionFactory());
    }

    /** The one of a session. */
    public static AuditTrail of(KeycloakSession session) {
        AuditTrail known = session.getAttribute(KEY, AuditTrail.class);
        if (known != null) {
            return known;
        }
        AuditTrail trail = new AuditTrail(session);
        session.setAttribute(KEY, trail);
        return trail;
    }

    /** What is thrown at the end of the transaction when its records cannot be written; it becomes the answer. */
    public AuditTrail refuseWith(Function<NotRecordedException, RuntimeException> answer) {
        refusal = answer;
        return this;
    }

    /** Notes what a credential is before it is changed, or between two changes. */
    public void note(StoredCredential state) {
        states.put(state.id(), state);
    }

    /** What was noted of a credential last, which is forgotten by this. */
    public Optional<StoredCredential> takeNoted(String credential) {
        return Optional.ofNullable(states.remove(credential));
    }

    /** Adds a record. */
    public void add(AuditEntry entry) {
        enlist();
        entries.add(StorableEntry.of(entry));
    }

    /** Lets the records wait for a step at the end of the transaction that may add one; it has to say when it is done. */
    public void await() {
        enlist();
        awaited++;
    }

    /** Says that a step at the end of the transaction is done. */
    public void arrive() {
        awaited--;
        if (isEnding && awaited == 0) {
            write();
        }
    }

    private void enlist() {
        if (!isEnlisted) {
            isEnlisted = true;
            session.getTransactionManager().enlistPrepare(this);
        }
    }

    @Override
    protected void commitImpl() {
        isEnding = true;
        if (awaited == 0) {
            write();
        }
    }

    private void write() {
        if (entries.isEmpty() || !hasTable) {
            return;
        }
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        // What is wrong with the change itself is not for us to tell.
        entities.flush();
        // In one order on every node: two that lock several chains would otherwise wait for each other.
        Map<String, List<AuditEntry>> byRealm = new TreeMap<>();
        entries.forEach(entry ->
                byRealm.computeIfAbsent(entry.realm(), any -> new ArrayList<>()).add(entry));
        entries.clear();
        try {
            // Without Keycloak's wrapper, which turns every error of the database into the same exception.
            AuditTable table = new AuditTable(entities.unwrap(EntityManager.class));
            OwnTransaction heads = new OwnTransaction(session.getKeycloakSessionFactory(), AuditTable.PATIENCE);
            byRealm.forEach((realm, some) -> table.append(realm, some, heads));
        } catch (PersistenceException | ModelException failed) {
            NotRecordedException notRecorded = new NotRecordedException(failed);
            notRecorded.log(byRealm.keySet());
            throw refusal.apply(notRecorded);
        }
    }

    @Override
    protected void rollbackImpl() {}
}
