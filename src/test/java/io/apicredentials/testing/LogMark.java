package io.apicredentials.testing;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A place in a server's log, to read what it writes from here on. */
public final class LogMark {

    private final Path log;
    private final long position;

    private LogMark(Path log, long position) {
        this.log = log;
        this.position = position;
    }

    static LogMark atStartOf(Path log) {
        return new LogMark(log, 0);
    }

    static LogMark atEndOf(Path log) {
        try {
            return new LogMark(log, Files.size(log));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The lines written since. */
    public List<String> lines() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(position);
            byte[] rest = new byte[Math.toIntExact(file.length() - position)];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The SQL statements logged since; a server logs them with {@code org.hibernate.SQL} at level debug. */
    public List<String> sqlStatements() {
        return lines().stream()
                .filter(line -> line.contains("[org.hibernate.SQL]"))
                .toList();
    }

    /** The SQL of requests that are made now; the server's timers have statements of their own. */
    public List<String> statementsOf(Runnable requests) {
        LogMark now = atEndOf(log);
        requests.run();
        return now.sqlStatements().stream()
                .filter(line -> line.contains("(executor-thread-"))
                .map(line -> line.replaceFirst("^.*\\(executor-thread-\\d+\\) ", ""))
                .toList();
    }

    /** The same, but only those by which requests have read a table. */
    public List<String> readsOf(String table) {
        return sqlStatements().stream()
                .filter(line -> line.contains("(executor-thread-") && line.contains(" from " + table + " "))
                .toList();
    }
}
