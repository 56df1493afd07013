package io.apicredentials.it.console;

import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A machine that asks for one token after the other, whatever an administrator does meanwhile. */
final class RunningClient implements AutoCloseable {

    private static final int PAUSE_MILLIS = 200;
    private static final int LIMIT_SECONDS = 120;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final Future<?> requests;
    private volatile ClientCredentials credentials;

    RunningClient(TestRealm realm, ClientCredentials credentials) {
        this.credentials = credentials;
        requests = thread.scheduleWithFixedDelay(
                () -> {
                    int status = realm.tokenEndpoint().request(this.credentials).status();
                    statuses.add(status);
                    answers.add(status);
                },
                0,
                PAUSE_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** What it uses from now on. */
    void use(ClientCredentials next) {
        credentials = next;
    }

    /** Waits for two answers: the second is to a request that was made after this began. */
    void awaitAnswers() {
        answers.clear();
        try {
            for (int i = 0; i < 2; i++) {
                if (answers.poll(LIMIT_SECONDS, TimeUnit.SECONDS) == null) {
                    throw new AssertionError("the client has stopped");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** The status of each answer so far. */
    List<Integer> statuses() {
        return List.copyOf(statuses);
    }

    @Override
    public void close() {
        requests.cancel(true);
        thread.shutdownNow();
    }
}
