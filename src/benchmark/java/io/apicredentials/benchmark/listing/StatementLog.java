package io.apicredentials.benchmark.listing;

import io.apicredentials.testing.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements that PostgreSQL executes, from its log, with their parameters. */
record StatementLog(PostgresServer database, Path file) {

    private static final Pattern STATEMENT =
            Pattern.compile("LOG:  execute (?!fetch from)[^:]+: ((?:select|insert|update|delete|with) .*)$");
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:  [Pp]arameters: (.*)$");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
    private static final int TRIES = 3;

    /** Switches the log of statements on, which costs time. */
    void start() {
        set("all");
    }

    /** Switches it off. */
    void end() {
        set("none");
    }

    private void set(String what) {
        database.execute("alter system set log_statement = '" + what + "'");
        database.execute("select pg_reload_conf()");
        // Each session reads it before its next statement, when it has got the signal.
        database.query("select pg_sleep(0.5)::text");
    }

    /** The statements of a request. It is made a few times, and the fewest count: the server has work of its own at times. */
    List<String> of(DoubleSupplier request) {
        return Stream.generate(() -> once(request))
                .limit(TRIES)
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private List<String> once(DoubleSupplier request) {
        int before = text().length();
        double unused = request.getAsDouble();
        List<String> statements = new ArrayList<>();
        for (String line : text().substring(before).lines().toList()) {
            Matcher statement = STATEMENT.matcher(line);
            Matcher parameters = PARAMETERS.matcher(line);
            if (statement.find()) {
                statements.add(statement.group(1));
            } else if (parameters.find() && !statements.isEmpty()) {
                statements.set(
                        statements.size() - 1, filled(statements.get(statements.size() - 1), parameters.group(1)));
            }
        }
        return statements;
    }

    private static String filled(String statement, String parameters) {
        List<String> values = PARAMETER
                .matcher(parameters)
                .results()
                .map(found -> found.group(2))
                .toList();
        // A statement that was filled already has no place left.
        return Pattern.compile("\\$(\\d+)")
                .matcher(statement)
                .replaceAll(place -> Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)) - 1)));
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How the database executes a statement that reads. */
    List<String> plan(String statement) {
        return database.query("explain (analyze, buffers) " + statement);
    }
}
