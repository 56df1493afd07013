package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stops a PostgreSQL that runs and starts it again at the same port, with its own program for that. */
public final class PostgresControl {

    private final Path data;
    private final Path log;

    PostgresControl(Path data, Path log) {
        this.data = data;
        this.log = log;
    }

    /** Ends all sessions and writes what it has in memory. */
    public void stop() {
        run("-m", "fast", "stop");
    }

    /** Ends at once, as when its machine fails; the next start recovers what was committed. */
    public void crash() {
        run("-m", "immediate", "stop");
    }

    /** Starts it as it was started before, and waits until it answers. */
    public void start() {
        run("restart");
    }

    private void run(String... arguments) {
        List<String> command = new ArrayList<>();
        // PostgreSQL refuses root.
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program().toString(), "-D", data.toString(), "-w", "-t", "120"));
        command.addAll(List.of(arguments));
        try (ServerProcess process = ServerProcess.start("pg_ctl", command, Map.of(), log)) {
            process.awaitSuccess();
        }
    }

    /** Beside the server's own program, which has noted where it is. */
    private Path program() {
        try {
            String started = Files.readString(data.resolve("postmaster.opts"));
            return Path.of(started.substring(0, started.indexOf(' '))).resolveSibling("pg_ctl");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
