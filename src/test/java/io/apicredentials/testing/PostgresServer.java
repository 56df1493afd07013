package io.apicredentials.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A PostgreSQL of the oldest version that Keycloak supports, reached by the loopback interface only and without a
 * password. Closing it removes its data. Started by root it runs in a user namespace, since PostgreSQL refuses root.
 */
public final class PostgresServer implements AutoCloseable {

    public static final String USER = "postgres";

    private static final String DATABASE = "postgres";

    private final EmbeddedPostgres server;
    private final PostgresControl control;

    private PostgresServer(EmbeddedPostgres server, PostgresControl control) {
        this.server = server;
        this.control = control;
    }

    /**
     * Starts it on a free port.
     *
     * @param folder where everything that it writes is kept
     */
    public static PostgresServer start(Path folder) {
        try {
            Files.createDirectories(folder);
            Path logFile = folder.resolve("postgres.log");
            Redirect log = Redirect.appendTo(logFile.toFile());
            Path data = Files.createTempDirectory(folder, "data-");
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setDataDirectory(data)
                    .setServerConfig("unix_socket_directories", "''")
                    .setPGStartupWait(Patience.PROGRAM)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            return new PostgresServer(server, new PostgresControl(data, logFile));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + folder, failed);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + DATABASE;
    }

    /** Stops it, and can start it again with all that it has committed. */
    public PostgresControl control() {
        return control;
    }

    /** Also when it crashes, as a PostgreSQL does that is not told to be fast for tests. */
    public void keepWhatIsCommitted() {
        execute("alter role " + USER + " set synchronous_commit = on");
    }

    public void execute(String sql) {
        try (Connection connection = connect()) {
            connection.createStatement().execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The first column of a query's rows, as text. */
    public List<String> query(String sql, String... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setString(place + 1, parameters[place]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    /** The tables with a text anywhere in their rows, whatever the type of the column, bytes included. */
    public List<String> tablesWith(String text) {
        String search = query("select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")
                .stream()
                .map(table -> "select '" + table + "' from \"" + table + "\" r, sought"
                        + " where position(plain in r::text) > 0 or position(bytes in r::text) > 0")
                .collect(Collectors.joining(" union "));
        return query(
                "with sought as (select ? plain, encode(convert_to(?, 'UTF8'), 'hex') bytes) " + search, text, text);
    }

    /** The number of clients' sessions that wait for others to let go of something. */
    public int waitingSessions() {
        return Integer.parseInt(query("select count(*) from pg_stat_activity"
                        + " where backend_type = 'client backend' and wait_event_type = 'Lock'")
                .get(0));
    }

    /** Lets nobody write to a table until it is closed; reading goes on. */
    public Connection holdWritesTo(String table) {
        return hold("lock table " + table + " in share mode");
    }

    /** Lets nobody write to a table or read it until it is closed. */
    public Connection holdReadsOf(String table) {
        return hold("lock table " + table + " in access exclusive mode");
    }

    /** Lets nobody write to a row, or lock it, until it is closed; reading goes on. */
    public Connection holdRow(String table, String id) {
        return holdRows(table + " where id = '" + id + "'");
    }

    /** The same for some rows: a table, and a condition. */
    public Connection holdRows(String tableAndCondition) {
        return hold("select * from " + tableAndCondition + " for update");
    }

    private Connection hold(String sql) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            connection.createStatement().execute(sql);
            return connection;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Connection connect() throws SQLException {
        return server.getDatabase(USER, DATABASE).getConnection();
    }
}
