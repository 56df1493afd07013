package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A reader that takes at once what it is given, so that nothing but the time can end it. */
class WatchedOutputTest {

    private static final byte[] LINE = {'{', '}', '\n'};

    private final CountDownLatch cut = new CountDownLatch(1);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void aReaderThatIsNotWaitedForIsCutOffWhenTheTimeIsUp() throws IOException, InterruptedException {
        try (WatchedOutput output = WatchedOutput.of(OutputStream.nullOutputStream(), cut::countDown)
                .until(() -> looks.incrementAndGet() > 1)) {
            output.write(LINE);
            output.flush();

            assertThat(cut.await(Patience.ANSWER.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        // Not at the first look, before its time.
        assertThat(looks).hasValueGreaterThan(1);
    }
}
