package io.apicredentials.keycloak.notice;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/**
 * Looks at intervals for what owners are to be told, and for credentials to disable. Not in the thread that all timers of
 * Keycloak share, which a slow mail server would hold up, and not in Keycloak's own runner, which keeps a transaction open
 * for as long as its task runs.
 */
public final class NoticeTimer implements Runnable {

    private static final Logger LOG = Logger.getLogger(NoticeTimer.class);

    private static final String TASK = "ApiCredentialNotices";
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);

    private final KeycloakSessionFactory factory;
    private final Duration interval;
    private final NoticeRound round;
    private final AtomicBoolean isRunning = new AtomicBoolean();

    private NoticeTimer(KeycloakSessionFactory factory, Duration interval) {
        this.factory = factory;
        this.interval = interval;
        this.round = new NoticeRound(factory);
    }

    /**
     * Starts looking once this node has started.
     *
     * @param interval zero never looks
     */
    public static void register(KeycloakSessionFactory factory, Duration interval) {
        if (interval.isZero()) {
            return;
        }
        factory.register(event -> {
            if (event instanceof PostMigrationEvent started) {
                new NoticeTimer(started.getFactory(), interval).schedule();
            }
        });
    }

    private void schedule() {
        Duration first = interval.compareTo(FIRST_LOOK) < 0 ? interval : FIRST_LOOK;
        try (KeycloakSession session = factory.create()) {
            Optional.ofNullable(session.getProvider(TimerProvider.class))
                    .ifPresent(timer -> timer.schedule(this, first.toMillis(), interval.toMillis(), TASK));
        }
    }

    /** Does nothing while the look before is not over. */
    @Override
    public void run() {
        if (isRunning.compareAndSet(false, true)) {
            Thread thread = new Thread(this::look, "api-credential-notices");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(
                    (failing, failed) -> LOG.error("The look for notices has ended early", failed));
            thread.start();
        }
    }

    /** In a cluster one node after the other; more at a time would do no harm, since each notice is noted before it is told. */
    private void look() {
        try (KeycloakSession session = factory.create()) {
            boolean looked = session.getProvider(ClusterProvider.class)
                    .executeIfNotExecuted(TASK, Math.toIntExact(Math.max(1, interval.toSeconds())), () -> {
                        round.run();
                        return true;
                    })
                    .isExecuted();
            LOG.debugf("Looked for notices: %s", looked);
        } finally {
            isRunning.set(false);
        }
    }
}
