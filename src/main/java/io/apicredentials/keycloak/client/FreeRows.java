package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.ClientEntity;

/**
 * The rows of clients that no other request is changing. Who locks several at once must wait for none of them: two that did
 * would wait for each other, and one row that is held for long would hold up all others.
 */
public final class FreeRows {

    private static final String ROWS = "select c from ClientEntity c where c.id in (:ids) order by c.id";

    private FreeRows() {}

    /**
     * Locks those that are free until the transaction ends.
     *
     * @param ids at least one
     * @return the ids of those that are locked now; the others are held by somebody else or gone
     */
    public static Set<String> lock(KeycloakSession session, List<String> ids) {
        EntityManager entities = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .unwrap(EntityManager.class);
        return entities
                .createQuery(ROWS, ClientEntity.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .getResultList()
                .stream()
                .map(ClientEntity::getId)
                .collect(Collectors.toSet());
    }
}
