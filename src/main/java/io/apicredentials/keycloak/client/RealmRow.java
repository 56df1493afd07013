package io.apicredentials.keycloak.client;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hibernate.exception.LockAcquisitionException;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.jpa.entities.RealmEntity;

/**
 * The row of a realm in the database. Of two requests that set the same attribute of a realm for the first time, Keycloak
 * fails one; and of two that read attributes, judge them and write, the later would undo the earlier. Every change of what
 * holds for all credentials of the realm therefore locks the row until its transaction ends.
 */
public record RealmRow(KeycloakSession session, RealmModel realm) {

    /** Whether the transaction of this session still goes on: what was committed can be neither locked nor changed in it. */
    public boolean isOpen() {
        return entities().isJoinedToTransaction();
    }

    /** Locks the row and reads the realm anew. */
    public RowLock takeAnew() {
        RowLock lock = lock((entities, entity) -> {
            // In a query of its own: one that has waited for the lock sees the attributes as they were when it began.
            // What the session knows already would not be read again with the row.
            entity.getAttributes().forEach(entities::detach);
            entities.refresh(entity);
        });
        if (lock == RowLock.HELD) {
            // From here on the session reads from the database and not from the cache.
            Optional.ofNullable(session.getProvider(CacheRealmProvider.class))
                    .ifPresent(cache -> cache.registerRealmInvalidation(realm.getId(), realm.getName()));
        }
        return lock;
    }

    /** Locks the row and keeps what this session has changed. What it has read before may be over. */
    public RowLock keepChanged() {
        return lock((entities, entity) -> {});
    }

    /** Without Keycloak's wrapper, which turns every error of the database into the same exception. */
    private EntityManager entities() {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .unwrap(EntityManager.class);
    }

    private RowLock lock(BiConsumer<EntityManager, RealmEntity> then) {
        EntityManager entities = entities();
        try {
            RealmEntity entity = entities.find(RealmEntity.class, realm.getId());
            if (entity == null) {
                return RowLock.GONE;
            }
            entities.lock(entity, LockModeType.PESSIMISTIC_WRITE);
            then.accept(entities, entity);
            return RowLock.HELD;
        } catch (EntityNotFoundException | OptimisticLockException deletedMeanwhile) {
            return RowLock.GONE;
        } catch (PessimisticLockException | LockTimeoutException | LockAcquisitionException waitedInVain) {
            return RowLock.BUSY;
        }
    }
}
