package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.audit.ChainEnd;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KnownCountsTest {

    private static final ChainEnd END = new ChainEnd(7, "sha256:07");

    private final AtomicLong nanos = new AtomicLong(-5);
    private final KnownCounts counts = new KnownCounts(nanos::get);

    @Test
    void knowsACountForAsLongAsTheChainEndsThere() {
        counts.keep("realm", END, 42);

        assertThat(counts.find("realm", END)).hasValue(42);
        assertThat(counts.find("realm", new ChainEnd(8, "sha256:08"))).isEmpty();
        assertThat(counts.find("other", END)).isEmpty();
    }

    /** A chain that was removed with its realm begins anew, with the same numbers. */
    @Test
    void tellsChainsOfTheSameLengthApart() {
        counts.keep("realm", END, 42);

        assertThat(counts.find("realm", new ChainEnd(7, "sha256:08"))).isEmpty();
    }

    @Test
    void forgetsItAfterAMinute() {
        counts.keep("realm", END, 42);

        nanos.addAndGet(KnownCounts.LONGEST.toNanos() - 1);
        assertThat(counts.find("realm", END)).hasValue(42);
        nanos.incrementAndGet();
        assertThat(counts.find("realm", END)).isEmpty();
    }

    @Test
    void keepsNoMoreThanAThousandAndForgetsTheOldestFirst() {
        IntStream.range(0, 1_000).forEach(number -> counts.keep("realm-" + number, END, number));
        counts.keep("realm-0", END, 1);
        counts.keep("one-more", END, 2);

        assertThat(counts.find("realm-0", END)).hasValue(1);
        assertThat(counts.find("realm-1", END)).isEmpty();
        assertThat(counts.find("realm-2", END)).hasValue(2);
        assertThat(counts.find("one-more", END)).hasValue(2);
    }
}
