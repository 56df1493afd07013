package io.apicredentials.benchmark;

import io.apicredentials.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a PostgreSQL takes for the inserts into a table, from its log.
 *
 * @param log which it writes
 */
record StatementTimes(PostgresServer database, Path log) {

    /** Has the time of each statement written from now on. */
    void start() {
        set("0");
    }

    /** Ends that. */
    void end() {
        set("-1");
    }

    private void set(String least) {
        database.execute("alter system set log_min_duration_statement = " + least);
        database.execute("select pg_reload_conf()");
    }

    /** The milliseconds of all inserts into a table that were written. */
    double ofInserts(String table) {
        Pattern insert = Pattern.compile(
                "duration: ([0-9.]+) ms {2}(?:execute [^:]+|statement): insert into " + table + "\\b",
                Pattern.CASE_INSENSITIVE);
        try (Stream<String> lines = Files.lines(log)) {
            return lines.flatMap(line -> insert.matcher(line).results())
                    .map((MatchResult found) -> found.group(1))
                    .mapToDouble(Double::parseDouble)
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
