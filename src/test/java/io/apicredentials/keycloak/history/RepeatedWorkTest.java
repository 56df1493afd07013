package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedWorkTest {

    @AutoClose("shutdownNow")
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, AssertionError.class})
    @SuppressWarnings("FutureReturnValueIgnored") // It never ends.
    void isDoneAgainAfterItHasFailed(Class<? extends Throwable> failure) throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        Runnable failing = () -> {
            runs.countDown();
            RepeatedWorkTest.<RuntimeException>fail(failure);
        };

        thread.scheduleWithFixedDelay(new RepeatedWork(failing, "It has failed"), 0, 1, TimeUnit.MILLISECONDS);

        assertThat(runs.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Class<? extends Throwable> failure) throws T {
        try {
            throw (T) failure.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
