package io.apicredentials.it.guard;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Every value of every table in the database of a server that has stopped, read with the server's own H2. */
final class StoredRows {

    /** The options with which a server, and an export, has a database that can be read here. */
    static final List<String> OPTIONS = List.of("--db-username=planted", "--db-password=planted");

    private StoredRows() {}

    static List<String> of(Path serverHome) throws IOException {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {h2(serverHome)}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver)
                    loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            Properties login = new Properties();
            login.setProperty("user", "planted");
            login.setProperty("password", "planted");
            String url = "jdbc:h2:file:" + serverHome.resolve("data/h2/keycloakdb") + ";IFEXISTS=TRUE";
            try (Connection connection = driver.connect(url, login)) {
                List<String> values = new ArrayList<>();
                for (String table : values(
                        connection, "select table_name from information_schema.tables where table_schema = 'PUBLIC'")) {
                    values.addAll(values(connection, "select * from \"" + table + "\""));
                }
                return values;
            }
        } catch (ReflectiveOperationException | SQLException failed) {
            throw new IOException("the database cannot be read", failed);
        }
    }

    /** Every value in a result. */
    private static List<String> values(Connection connection, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    String value = rows.getString(column);
                    if (value != null) {
                        values.add(value);
                    }
                }
            }
        }
        return values;
    }

    private static URL h2(Path serverHome) throws IOException {
        try (Stream<Path> jars = Files.list(serverHome.resolve("lib/lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("com.h2database.h2-"))
                    .findFirst()
                    .orElseThrow()
                    .toUri()
                    .toURL();
        }
    }
}
