package io.apicredentials.keycloak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    private static final Duration NEVER_REACHED = Duration.ofHours(1);

    @Test
    void runsWhatIsDoneInTime() {
        CountDownLatch done = new CountDownLatch(1);
        TimeLimit limit = new TimeLimit(NEVER_REACHED);

        assertThat(limit.run("realm", () -> {
                    done.countDown();
                    return null;
                }))
                .isTrue();
        assertThat(done.getCount()).isZero();
        assertThat(limit.isBusy("realm")).isFalse();
    }

    @Test
    void tellsAFailure() {
        TimeLimit limit = new TimeLimit(NEVER_REACHED);

        assertThat(limit.run("realm", () -> {
                    throw new IllegalStateException("no mail");
                }))
                .isFalse();
        assertThat(limit.isBusy("realm")).isFalse();
    }

    @Test
    void doesNotWaitForWhatNeverEnds() {
        CountDownLatch end = new CountDownLatch(1);
        TimeLimit limit = new TimeLimit(Duration.ofMillis(1));

        assertThat(limit.run("slow", () -> {
                    end.await();
                    return null;
                }))
                .isFalse();

        assertThat(limit.isBusy("slow")).isTrue();
        assertThat(limit.isBusy("other")).isFalse();
        end.countDown();
        Await.seen("the end", () -> limit.isBusy("slow") ? Optional.empty() : Optional.of(true));
    }
}
