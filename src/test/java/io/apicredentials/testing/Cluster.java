package io.apicredentials.testing;

import java.util.List;

/**
 * Two Keycloak servers with our provider and one database, which tell each other what they have to drop from their
 * caches. To clients they are one server: both write the same issuer into tokens. Closing it stops everything.
 */
public final class Cluster implements AutoCloseable {

    /** Longer than anything waits that is not meant to wait in vain. */
    private static final String LOCK_TIMEOUT = "15s";

    private final PostgresServer database;
    private final List<KeycloakServer> nodes;

    private Cluster(PostgresServer database, KeycloakServer first, KeycloakServer second) {
        this.database = database;
        this.nodes = List.of(first, second);
    }

    public static Cluster start() {
        BuildFiles files = BuildFiles.fromSystemProperties();
        PostgresServer database = PostgresServer.start(files.serverFolder("postgres"));
        try {
            database.execute("alter role " + PostgresServer.USER + " set lock_timeout = '" + LOCK_TIMEOUT + "'");
            database.keepWhatIsCommitted();
            KeycloakServerBuilder first = node(files, "cluster-node1", database).build();
            KeycloakServerBuilder second =
                    node(files, "cluster-node2", database).buildOf(first);
            return start(database, first, second);
        } catch (RuntimeException | Error failed) {
            database.close();
            throw failed;
        }
    }

    /** Where both keep their data. A transaction waits {@value #LOCK_TIMEOUT} for another one's rows, and then fails. */
    public PostgresServer database() {
        return database;
    }

    /** The servers, in the order in which they were started. */
    public List<KeycloakServer> nodes() {
        return nodes;
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
        database.close();
    }

    private static Cluster start(PostgresServer database, KeycloakServerBuilder first, KeycloakServerBuilder second) {
        KeycloakServer running = first.start();
        try {
            return new Cluster(database, running, second.start());
        } catch (RuntimeException | Error failed) {
            running.close();
            throw failed;
        }
    }

    private static KeycloakServerBuilder node(BuildFiles files, String folder, PostgresServer database) {
        return KeycloakServer.builder(files.keycloakHome(), files.serverFolder(folder))
                .provider(files.providerJar())
                .production()
                .clustered()
                .postgres(database.jdbcUrl(), PostgresServer.USER)
                .quickStart()
                .option("--hostname=http://localhost");
    }
}
