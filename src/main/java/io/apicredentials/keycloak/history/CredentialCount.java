package io.apicredentials.keycloak.history;

import io.apicredentials.audit.ChainEnd;
import io.apicredentials.keycloak.client.CredentialFilter;
import io.apicredentials.keycloak.client.CredentialQuery;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * How many credentials a realm has. A database looks at each of them to count them, so that a count is kept in memory until the end of
 * the realm's chain of records moves.
 */
public record CredentialCount(KeycloakSession session, RealmModel realm) {

    private static final Logger LOG = Logger.getLogger(CredentialCount.class);

    /** What takes longer fails. Counting some million takes a second. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Counts. In a transaction of its own: a table that is missing or locked keeps nobody from seeing credentials. */
    public long get() {
        if (!HistoryTables.exist(session.getKeycloakSessionFactory())) {
            return counted();
        }
        try {
            return HistoryTables.reading(session.getKeycloakSessionFactory())
                    .read(() ->
                            new OwnTransaction(session.getKeycloakSessionFactory(), LONGEST).run(this::knownOrCounted));
        } catch (NotReadException failed) {
            LOG.debug("The end of the chain of records was not read, and credentials are counted", failed);
            return counted();
        }
    }

    private long counted() {
        return new CredentialQuery(session, realm).count(CredentialFilter.ANY);
    }

    private long knownOrCounted(EntityManager entities) {
        KnownCounts counts = HistoryTables.counts(session.getKeycloakSessionFactory());
        Optional<ChainEnd> end = new AuditTable(entities).end(realm.getId());
        OptionalLong known = end.map(there -> counts.find(realm.getId(), there)).orElse(OptionalLong.empty());
        if (known.isPresent()) {
            return known.getAsLong();
        }
        long count = new CredentialQuery(entities, realm).count(CredentialFilter.ANY);
        end.ifPresent(there -> counts.keep(realm.getId(), there, count));
        return count;
    }
}
