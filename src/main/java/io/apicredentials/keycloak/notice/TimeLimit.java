package io.apicredentials.keycloak.notice;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Waits only for so long for what may never end. Keycloak limits each step of talking to a mail server, but not all of them
 * together.
 *
 * <p>What is given up goes on in a thread of its own. Until that ends, nothing more is begun for the same realm, so that
 * there is at most one such thread for each.
 */
final class TimeLimit {

    private static final Logger LOG = Logger.getLogger(TimeLimit.class);

    private final Duration limit;
    private final Map<String, FutureTask<Void>> givenUp = new ConcurrentHashMap<>();

    TimeLimit(Duration limit) {
        this.limit = limit;
    }

    /** Whether nothing can be begun for a realm at present. */
    boolean isBusy(String realmId) {
        givenUp.computeIfPresent(realmId, (realm, task) -> task.isDone() ? null : task);
        return givenUp.containsKey(realmId);
    }

    /** Does something for a realm that is not busy; false when it failed, or was not done in time. */
    boolean run(String realmId, Callable<Void> work) {
        FutureTask<Void> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "api-credential-mail");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException failed) {
            LOG.debugf(failed.getCause(), "A mail of the realm %s failed", realmId);
            return false;
        } catch (TimeoutException late) {
            LOG.warnf("A mail of the realm %s was not sent within %d seconds", realmId, limit.toSeconds());
            givenUp.put(realmId, task);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
