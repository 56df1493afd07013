package io.apicredentials.it.life;

import io.apicredentials.testing.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The same request many times at the same moment. */
final class AtOnce {

    private AtOnce() {}

    /** Sends it from as many threads, and waits for all answers. */
    static List<Answer> send(int times, Supplier<Answer> request) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<Answer>> answers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(request, threads))
                    .limit(times)
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
