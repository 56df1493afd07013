package io.apicredentials.keycloak.cluster;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.event.MergeEvent;
import org.jboss.logging.Logger;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.infinispan.util.InfinispanUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.session.RevokedToken;
import org.keycloak.models.session.RevokedTokenPersisterProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * Revokes once more what was revoked while nodes could not reach each other. When they can again, Infinispan keeps what
 * one side has of the cache of revoked tokens and drops the rest. Keycloak empties the caches of realms and users then,
 * and leaves this one as it is, so that a revoked token would be good again; it has stored them all, and reads them when a
 * cluster starts.
 */
@Listener
public final class MergedCluster {

    private static final Logger LOG = Logger.getLogger(MergedCluster.class);

    /** Several times: an entry that is written while a cache is still being put together may be dropped with the rest. */
    private static final List<Duration> AFTER_A_MERGE =
            List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final KeycloakSessionFactory factory;
    private final InstantSource clock;
    private final Executor thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(task, "api-credential-merged-cluster");
        created.setDaemon(true);
        return created;
    });

    private MergedCluster(KeycloakSessionFactory factory, InstantSource clock) {
        this.factory = factory;
        this.clock = clock;
    }

    /** Listens once this node has started, if it has caches of its own. */
    public static void register(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent started && InfinispanUtils.isEmbeddedInfinispan()) {
                new MergedCluster(started.getFactory(), InstantSource.system()).listen();
            }
        });
    }

    private void listen() {
        try (KeycloakSession session = factory.create()) {
            Cache<?, ?> cache = session.getProvider(InfinispanConnectionProvider.class)
                    .getCache(InfinispanConnectionProvider.WORK_CACHE_NAME);
            cache.getCacheManager().addListener(this);
        }
    }

    /** Called by Infinispan, in a thread that must not wait. */
    @Merged
    public void merged(MergeEvent event) {
        LOG.infof("Nodes of the cluster reach each other again: revoked tokens are read");
        AFTER_A_MERGE.forEach(this::restoreAfter);
    }

    private void restoreAfter(Duration delay) {
        Executor later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, thread);
        Future<?> unused = CompletableFuture.runAsync(
                        () -> KeycloakModelUtils.runJobInTransaction(factory, this::restore), later)
                .whenComplete((restored, failed) -> {
                    if (failed != null) {
                        LOG.warnf("Tokens that were revoked while the cluster was apart may be good again: %s", failed);
                    }
                });
    }

    private void restore(KeycloakSession session) {
        List<RevokedToken> revoked = session.getProvider(RevokedTokenPersisterProvider.class)
                .getAllRevokedTokens()
                .toList();
        long now = clock.instant().getEpochSecond();
        revoked.stream()
                .filter(token -> token.expiry() > now)
                .filter(token -> !session.revokedTokens().contains(token.tokenId()))
                .forEach(token -> session.revokedTokens().put(token.tokenId(), token.expiry() - now));
    }
}
