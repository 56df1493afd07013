package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.List;
import java.util.Objects;
import org.hibernate.exception.LockAcquisitionException;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.ClientEntity;
import org.keycloak.models.jpa.entities.ClientScopeClientMappingEntity;

/**
 * The row of one client in the database. Keycloak writes it as a whole and has no version of it, so that of two changes at
 * the same moment the later would undo the earlier. Every change of a credential therefore locks the row until its
 * transaction ends, and locks it before it writes anything else of the client: two that wrote in different orders would
 * wait for each other.
 */
final class ClientRow {

    private final EntityManager entities;
    private final String id;

    ClientRow(KeycloakSession session, String id) {
        // Without Keycloak's wrapper, which turns every error of the database into the same exception.
        this.entities = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .unwrap(EntityManager.class);
        this.id = id;
    }

    /** Locks the row and reads it and its attributes anew, over whatever this session has read or changed before. */
    RowLock takeAnew() {
        try {
            ClientEntity entity = entities.find(ClientEntity.class, id);
            if (entity == null) {
                return RowLock.GONE;
            }
            // What the session knows already would not be read again with the row.
            entity.getAttributes().forEach(entities::detach);
            entities.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
            return RowLock.HELD;
        } catch (EntityNotFoundException deletedMeanwhile) {
            return RowLock.GONE;
        } catch (PessimisticLockException | LockTimeoutException | LockAcquisitionException waitedInVain) {
            return RowLock.BUSY;
        }
    }

    /**
     * Writes the protocol of a client that this session has just added. Keycloak's own way gives the client each default scope of the
     * realm on that occasion, with statements for each.
     */
    void writeProtocol(String protocol) {
        entities.find(ClientEntity.class, id).setProtocol(protocol);
    }

    /**
     * Assigns a client scope, as a default, to a client that this session has just added. Keycloak's own way looks for the scopes that it has,
     * and writes all of the client then, of which there is more to come.
     */
    void assignScope(String scopeId) {
        ClientScopeClientMappingEntity assigned = new ClientScopeClientMappingEntity();
        assigned.setClientId(id);
        assigned.setClientScopeId(scopeId);
        assigned.setDefaultScope(true);
        entities.persist(assigned);
    }

    /** Locks the row and keeps what this session has changed, unless it began with a row that is not the stored one. */
    RowLock keepChanged() {
        try {
            ClientEntity entity = entities.find(ClientEntity.class, id);
            if (entity == null) {
                return RowLock.GONE;
            }
            entities.lock(entity, LockModeType.PESSIMISTIC_WRITE);
            return isStored(entity) ? RowLock.HELD : RowLock.OUTDATED;
        } catch (OptimisticLockException deletedMeanwhile) {
            return RowLock.GONE;
        } catch (PessimisticLockException | LockTimeoutException | LockAcquisitionException waitedInVain) {
            return RowLock.BUSY;
        }
    }

    /**
     * Keycloak notes when it last wrote a row, which tells one state of it from another. The query does not write what is
     * changed in the session, and asks in its transaction: if that has written the row already, it is its own state.
     */
    private boolean isStored(ClientEntity entity) {
        List<Long> stored = entities.createQuery(
                        "select c.lastModifiedTimestamp from ClientEntity c where c.id = :id", Long.class)
                .setParameter("id", id)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return stored.size() == 1 && Objects.equals(stored.get(0), entity.getLastModifiedTimestamp());
    }
}
