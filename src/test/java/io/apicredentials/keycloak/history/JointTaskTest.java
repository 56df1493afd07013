package io.apicredentials.keycloak.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JointTaskTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @AutoClose("shutdownNow")
    private final ExecutorService callers = Executors.newFixedThreadPool(20);

    @AutoClose("shutdownNow")
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void whoeverComesBeforeItBeginsIsInIt() {
        List<Runnable> begun = new ArrayList<>();
        JointTask task = new JointTask(begun::add, () -> runs.incrementAndGet() > 0);

        comeFiveTimes(task);

        assertThat(begun).hasSize(1);
        begun.get(0).run();
        assertThat(runs).hasValue(1);
    }

    @Test
    void allWhoComeWhileItIsDoneWaitForOneMoreTime() {
        List<Runnable> begun = new ArrayList<>();
        List<JointTask> itself = new ArrayList<>();
        JointTask task = new JointTask(begun::add, () -> {
            itself.forEach(JointTaskTest::comeFiveTimes);
            return true;
        });
        itself.add(task);
        comeFiveTimes(task);

        begun.remove(0).run();

        assertThat(begun).hasSize(1);
    }

    private static void comeFiveTimes(JointTask task) {
        for (int caller = 0; caller < 5; caller++) {
            assertThat(task.await(Duration.ZERO)).isEqualTo(JointTask.Result.LATE);
        }
    }

    @Test
    void allAreToldWhatCameOfIt() {
        JointTask task = new JointTask(thread, () -> runs.incrementAndGet() > 0);
        List<CompletableFuture<JointTask.Result>> all = new ArrayList<>();
        for (int caller = 0; caller < 20; caller++) {
            all.add(CompletableFuture.supplyAsync(() -> task.await(LONG), callers));
        }

        assertThat(all).extracting(CompletableFuture::join).containsOnly(JointTask.Result.DONE);
    }

    @Test
    void saysThatItFailed() {
        assertThat(new JointTask(thread, () -> false).await(LONG)).isEqualTo(JointTask.Result.FAILED);
    }

    @Test
    void anErrorKeepsNobodyWaitingAndDoesNotEndIt() {
        JointTask task = new JointTask(thread, () -> {
            if (runs.incrementAndGet() == 1) {
                throw new AssertionError("out of memory");
            }
            return true;
        });

        assertThat(task.await(LONG)).isEqualTo(JointTask.Result.FAILED);
        assertThat(task.await(LONG)).isEqualTo(JointTask.Result.DONE);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        Thread.currentThread().interrupt();

        JointTask.Result result = new JointTask(work -> {}, () -> true).await(LONG);

        assertThat(result).isEqualTo(JointTask.Result.LATE);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whereTheThreadHasEndedNobodyWaits() {
        thread.shutdown();
        JointTask task = new JointTask(thread, () -> true);

        assertThatThrownBy(() -> task.await(LONG)).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> task.await(LONG)).isInstanceOf(RejectedExecutionException.class);
    }
}
