package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever writes lines does not wait for whoever reads them. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LineWriterTest {

    private final Reader reader = new Reader();

    @Test
    void aReaderThatDoesNotReadHoldsNothingUp() {
        LineWriter writer = LineWriter.start(reader, "The test", 10_000);

        write(writer, 500);

        assertThat(reader.text()).isEmpty();
        reader.reads.countDown();
        writer.close();
        assertThat(reader.text().lines()).hasSize(500).startsWith("line 0").endsWith("line 499");
    }

    /** A part in the middle that is not there would not be missed. */
    @Test
    void oneThatIsTooFarBehindGetsTheBeginningAndNothingElse() {
        LineWriter writer = LineWriter.start(reader, "The test", 80);

        write(writer, 500);
        reader.reads.countDown();
        reader.await("line 5");
        writer.write("after it");
        writer.close();

        assertThat(reader.text().lines())
                .hasSizeBetween(10, 11)
                .containsExactlyElementsOf(
                        IntStream.range(0, (int) reader.text().lines().count())
                                .mapToObj(number -> "line " + number)
                                .toList());
    }

    @Test
    void oneThatHasLeftIsNotWaitedFor() {
        reader.hasLeft = true;
        reader.reads.countDown();
        LineWriter writer = LineWriter.start(reader, "The test", 10);

        write(writer, 500);
        writer.close();

        assertThat(reader.text()).isEmpty();
    }

    @Test
    void eachLineIsSentAtOnce() {
        reader.reads.countDown();
        try (LineWriter writer = LineWriter.start(reader, "The test", 10)) {
            writer.write("now");

            reader.await("now");
        }
    }

    @Test
    void oneThatIsWaitedForGetsAll() throws InterruptedException {
        LineWriter writer = LineWriter.start(reader, "The test", 80);
        AtomicBoolean isThere = new AtomicBoolean(true);
        Thread teller = new Thread(() -> IntStream.range(0, 500)
                .forEach(number -> isThere.compareAndSet(true, writer.writeInTime("line " + number))));
        teller.start();

        while (!writer.isWaitedFor()) {
            Thread.onSpinWait();
        }
        reader.reads.countDown();
        teller.join();
        assertThat(writer.isWaitedFor()).isFalse();
        writer.close();

        assertThat(writer.isWaitedFor()).isTrue();
        assertThat(isThere).isTrue();
        assertThat(reader.text().lines()).hasSize(500).endsWith("line 499");
    }

    @Test
    void oneThatLeavesIsWaitedForNoLonger() {
        reader.hasLeft = true;
        LineWriter writer = LineWriter.start(reader, "The test", 1);
        assertThat(writer.writeInTime("a line may be longer than what is kept")).isTrue();
        reader.reads.countDown();

        assertThat(writer.writeInTime("another")).isFalse();
        assertThat(writer.writeInTime("one more")).isFalse();
        writer.close();
    }

    private static void write(LineWriter writer, int lines) {
        IntStream.range(0, lines).forEach(number -> writer.write("line " + number));
    }

    /** Has what was flushed, once it reads. */
    private static final class Reader extends OutputStream {

        private final CountDownLatch reads = new CountDownLatch(1);
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private String flushed = "";
        private boolean hasLeft;

        @Override
        public void write(int each) throws IOException {
            try {
                reads.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
            if (hasLeft) {
                throw new IOException("The reader has left");
            }
            written.write(each);
        }

        @Override
        public synchronized void flush() {
            flushed = written.toString(StandardCharsets.UTF_8);
            notifyAll();
        }

        synchronized String text() {
            return flushed;
        }

        synchronized void await(String text) {
            try {
                while (!flushed.contains(text)) {
                    wait();
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
