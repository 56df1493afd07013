package io.apicredentials.keycloak.history;

import io.apicredentials.audit.ChainEnd;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Looks after the records of changes every hour: says once a day how the chain of each realm ends, removes what is older than it
 * has to be, and what is left of realms that are gone. On several nodes at once it does no harm: the head of a chain is locked for
 * each step, and says what was done.
 */
final class AuditKeeper {

    private static final Logger LOG = Logger.getLogger(AuditKeeper.class);

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final KeycloakSessionFactory factory;
    private final Duration retention;
    private final InstantSource clock = InstantSource.system();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(AuditKeeper::daemon);

    /** @param retention zero keeps records for good */
    AuditKeeper(KeycloakSessionFactory factory, Duration retention) {
        this.factory = factory;
        this.retention = retention;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What fails is in the log, and tried again.
    void start() {
        thread.scheduleWithFixedDelay(() -> attempt(this::look), 0, INTERVAL.toSeconds(), TimeUnit.SECONDS);
    }

    void stop() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "api-credential-audit");
        thread.setDaemon(true);
        return thread;
    }

    private void look() {
        List<String> realms = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> keeping(session).realms());
        realms.forEach(realm -> attempt(() -> lookAt(realm)));
    }

    private void lookAt(String realm) {
        Instant now = clock.instant();
        new OwnTransaction(factory, AuditTable.PATIENCE)
                .runOnceMore(entities -> new AuditTable(entities).addLostHead(realm));
        announce(realm, now);
        prune(realm, retention.isZero() ? Instant.MIN : now.minus(retention));
    }

    /**
     * Once a day on the first node that comes to it. What hears of it may take long or write a record itself: the head of the
     * chain is not locked any more then.
     */
    private void announce(String realm, Instant now) {
        Optional<ChainEnd> due = KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> isThere(session, realm) ? keeping(session).dueHead(realm, now, DAY) : Optional.empty());
        due.ifPresent(head -> KeycloakModelUtils.runJobInTransaction(factory, session -> tell(session, realm, head)));
    }

    private static void tell(KeycloakSession session, String id, ChainEnd head) {
        RealmModel realm = session.realms().getRealm(id);
        if (realm == null) {
            return;
        }
        session.getContext().setRealm(realm);
        LOG.infof(
                "The audit records of API credentials of the realm %s end with number %d and %s",
                realm.getName(), head.sequence(), head.digest());
        new ServerEvent(session, realm)
                .operation(OperationType.ACTION)
                .resource(CredentialChanges.SETTINGS_TYPE)
                .resourcePath("api-credentials", "audit")
                .detail("action", "audit-head")
                .detail("sequence", Long.toString(head.sequence()))
                .detail("digest", head.digest())
                .success();
    }

    /** In transactions of their own, each of a moment. */
    private void prune(String realm, Instant end) {
        int steps = 0;
        while (!thread.isShutdown()
                && KeycloakModelUtils.<Boolean>runJobInTransactionWithResult(
                        factory, session -> keeping(session).removeSome(realm, () -> isThere(session, realm), end))) {
            steps++;
        }
        LOG.debugf("Removed audit records of the realm %s in %d steps", realm, steps);
    }

    private static boolean isThere(KeycloakSession session, String realm) {
        return session.realms().getRealm(realm) != null;
    }

    private static AuditKeeping keeping(KeycloakSession session) {
        return new AuditKeeping(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Audit records of API credentials could not be looked after; that is tried again in an hour",
                    failed);
        }
    }
}
