package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A server that runs beside the tests, such as {@code kc.sh} and Java below it. It ends with this JVM at the latest. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int TAIL_LINES = 40;

    private final String name;
    private final Process process;
    private final Path log;
    private final Thread shutdownHook = new Thread(this::end, "stop-server");

    private ServerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it.
     *
     * @param name for messages
     * @param log receives what it writes, after what is already there
     */
    public static ServerProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // What a developer has set for another server must not reach this one.
        builder.environment().keySet().removeIf(variable -> variable.startsWith("KC_") || variable.startsWith("JAVA"));
        builder.environment().putAll(environment);
        try {
            ServerProcess started = new ServerProcess(name, builder.start(), log);
            Runtime.getRuntime().addShutdownHook(started.shutdownHook);
            return started;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot run " + command, failed);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it ends by itself. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Waits until it ends by itself, and fails with the end of its log unless that is a success. */
    void awaitSuccess() {
        if (!ended(Patience.PROGRAM)) {
            throw failure(name + " did not finish within " + Patience.PROGRAM.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw failure(name + " stopped with status " + process.exitValue());
        }
    }

    /** Waits until the condition has a value, and fails with the end of the log when the process ends before. */
    public <T> T await(String what, Supplier<Optional<T>> condition) {
        long deadline = System.nanoTime() + Patience.PROGRAM.toNanos();
        while (System.nanoTime() - deadline < 0) {
            Optional<T> result = condition.get();
            if (result.isPresent()) {
                return result.get();
            }
            if (ended(POLL)) {
                throw failure(name + " stopped with status " + process.exitValue() + " before " + what);
            }
        }
        throw failure(name + " took more than " + Patience.PROGRAM.toSeconds() + " s before " + what);
    }

    /** Ends it without letting it finish anything. */
    void kill() {
        tree().forEach(ProcessHandle::destroyForcibly);
    }

    /** Sends it a signal by its name, such as {@code STOP}. */
    void signal(String signal) {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + signal), tree().stream().map(handle -> Long.toString(handle.pid())))
                .toList();
        try (ServerProcess kill = start("kill", command, Map.of(), log)) {
            kill.awaitSuccess();
        }
    }

    /** Stops it and waits until it has stopped. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException shuttingDown) {
            // Then the hook finds nothing left to do.
            return;
        }
    }

    private void end() {
        List<ProcessHandle> tree = tree();
        tree.forEach(ProcessHandle::destroy);
        CompletableFuture<?> end =
                CompletableFuture.allOf(tree.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            end.get(Patience.ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stillRunning) {
            tree.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private List<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    private boolean ended(Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("Interrupted while " + name + " was starting");
        }
    }

    private IllegalStateException failure(String message) {
        close();
        return new IllegalStateException(message + ". The end of its log " + log + ":\n" + tail());
    }

    private String tail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "unreadable: " + unreadable;
        }
    }
}
