package io.apicredentials.keycloak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.apicredentials.keycloak.admin.BulkLines.Event;
import io.apicredentials.keycloak.admin.BulkLines.Outcome;
import io.apicredentials.keycloak.admin.BulkRun.Result;
import io.apicredentials.testing.Patience;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bulk with several threads, each of which waits for what another one does. */
class BulkWorkersTest {

    private static final int WORKERS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
    private final List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answered = new ArrayList<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void asManyAreInWorkAsThereAreWorkersAndTheAnswersAreInOrder() {
        CyclicBarrier both = new CyclicBarrier(WORKERS);

        run("{}\n".repeat(100), line -> await(both), answer -> true);

        assertThat(begun).hasSize(100);
        assertThat(answered).hasSize(102);
        for (int number = 1; number <= 100; number++) {
            assertThat(answered.get(number)).contains("\"line\":" + number + ",");
        }
        assertThat(answered.get(101)).contains("\"created\":100").endsWith("\"complete\":true}");
    }

    /** Nobody would get the secrets of more. */
    @Test
    void noMoreAreBegunWhileOneIsNotAnswered() {
        List<Integer> atAnswer = new ArrayList<>();

        run("{}\n".repeat(50), line -> true, answer -> {
            atAnswer.add(begun.size());
            return true;
        });

        for (int answers = 0; answers < atAnswer.size(); answers++) {
            assertThat(atAnswer.get(answers)).isLessThan(answers + WORKERS);
        }
    }

    @Test
    void noneIsBegunForACallerThatHasLeft() {
        run("{}\n".repeat(50), line -> true, answer -> answer.contains("begun"));

        assertThat(begun).hasSizeLessThanOrEqualTo(WORKERS);
        assertThat(answered).hasSize(2);
    }

    /** The one that is in work is done after all of the request is read. */
    @Test
    void theLastLineWaitsForThoseInWork() {
        CountDownLatch isRead = new CountDownLatch(1);

        run(new SequenceInputStream(stream("{}\n{}\n"), end(isRead)), line -> await(isRead), answer -> true);

        assertThat(answered.get(3)).contains("\"created\":2").endsWith("\"complete\":true}");
    }

    /** The thread of the request is already waiting for it. */
    @Test
    void anAnswerThatCannotBeMadeHoldsUpNothing() {
        CountDownLatch isRead = new CountDownLatch(1);

        run(new SequenceInputStream(stream("{}\n"), end(isRead)), line -> await(isRead), answer -> {
            if (answer.contains("\"line\":1")) {
                throw new IllegalStateException("for a test");
            }
            return true;
        });

        assertThat(answered).hasSize(2);
    }

    @Test
    void aThreadThatCannotBeStartedHoldsUpNothing() {
        threads.shutdown();

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> run("{}\n", line -> true, answer -> true));

        assertThat(answered.get(1)).isEqualTo("{\"event\":\"failed\",\"line\":1,\"status\":500}");
    }

    @Test
    void anErrorOfAThreadIsOneOfItsLine() {
        run(
                "{}\n{}\n",
                line -> {
                    if (line == 1) {
                        throw new OutOfMemoryError("for a test");
                    }
                    return true;
                },
                answer -> true);

        assertThat(answered.get(1)).isEqualTo("{\"event\":\"failed\",\"line\":1,\"status\":500}");
        assertThat(answered.get(3)).contains("\"created\":1").endsWith("\"complete\":true}");
    }

    private void run(String lines, Predicate<Integer> work, Predicate<String> reader) {
        run(stream(lines), work, reader);
    }

    private void run(InputStream body, Predicate<Integer> work, Predicate<String> reader) {
        LinesInWork inWork = new LinesInWork(WORKERS, new BulkLines("b", false), line -> {
            answered.add(line);
            return reader.test(line);
        });
        BulkRun.Work counted = line -> {
            begun.add(line.number());
            Event event = work.test(line.number()) ? Event.CREATED : Event.FAILED;
            return new Result.Done(new Outcome(event, 201, null));
        };
        new BulkRun(new RequestLines(body, 100, () -> false), counted, threads, inWork).run();
    }

    /** The end of a request. */
    private static InputStream end(CountDownLatch isRead) {
        return new InputStream() {
            @Override
            public int read() {
                isRead.countDown();
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };
    }

    private static boolean await(CyclicBarrier barrier) {
        try {
            barrier.await(Patience.ANSWER.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            return false;
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(Patience.ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException ending) {
            return false;
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
