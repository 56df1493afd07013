package io.apicredentials.keycloak.admin;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The threads of one bulk, which end with its request: what they do is done as somebody who is still there. */
final class BulkWorkers implements Executor, AutoCloseable {

    /** A creation waits for the database for much of its time. More would take more connections, of which there may be few. */
    static final int NUMBER = Math.min(4, Math.max(2, Runtime.getRuntime().availableProcessors()));

    private static final Logger LOG = Logger.getLogger(BulkWorkers.class);

    /** A creation that takes longer waits for a database that does not answer, and fails. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newFixedThreadPool(NUMBER, BulkWorkers::thread);

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Waits for what is in work. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A bulk ends while some of its lines are still in work");
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** It ends with the request: what Keycloak notes of a request for its log, by the thread, is nobody else's. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "api-credential-bulk");
        thread.setDaemon(true);
        return thread;
    }
}
