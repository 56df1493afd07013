package io.apicredentials.it.install;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A production installation on PostgreSQL that is given our provider: first a stock Keycloak with a realm in use, then
 * two nodes with the provider that start on its database at the same moment. Closing it stops everything.
 */
final class Upgrade implements AutoCloseable {

    /** The realm that was there before the provider. */
    static final String REALM = "shop";

    /** A client of that realm that is no API credential. */
    static final ClientCredentials ORDINARY = new ClientCredentials("", "stock-keeper", "stock-keeper-secret");

    private final PostgresServer database;
    private final KeycloakServerBuilder stock;
    private final List<KeycloakServer> nodes;
    private final List<String> startLog;

    private Upgrade(PostgresServer database, KeycloakServerBuilder stock, List<KeycloakServer> nodes) {
        this.database = database;
        this.stock = stock;
        this.nodes = nodes;
        this.startLog =
                nodes.stream().flatMap(node -> node.wholeLog().lines().stream()).toList();
    }

    static Upgrade run() {
        BuildFiles files = BuildFiles.fromSystemProperties();
        PostgresServer database = PostgresServer.start(files.serverFolder("postgres"));
        try {
            KeycloakServerBuilder stock =
                    server(files, "upgrade-stock", database).build();
            try (KeycloakServer server = stock.start()) {
                use(server);
            }
            KeycloakServerBuilder first = server(files, "upgrade-node1", database)
                    .provider(files.providerJar())
                    .buildOf(stock);
            addProvider(files);
            KeycloakServerBuilder second = server(files, "upgrade-node2", database)
                    .provider(files.providerJar())
                    .buildOf(first);
            return new Upgrade(database, stock, startTogether(database, first, second));
        } catch (RuntimeException | Error failed) {
            database.close();
            throw failed;
        }
    }

    /** As the guide tells it. */
    private static void addProvider(BuildFiles files) {
        String output = new Guide("guides/upgrade.md", "A new JAR for the same Keycloak")
                .run(commands -> "KEYCLOAK_HOME=" + files.serverFolder("upgrade-node1") + "\n"
                        + "export DBUS_SYSTEM_BUS_ADDRESS=none:\n"
                        + commands.replace(
                                "keycloak-api-credentials.jar",
                                files.providerJar().toString()));
        if (!output.contains("KC-SERVICES0047") || !output.contains("Server configuration updated")) {
            throw new AssertionError(output);
        }
    }

    PostgresServer database() {
        return database;
    }

    /** The nodes with the provider. */
    List<KeycloakServer> nodes() {
        return nodes;
    }

    /** What the nodes wrote until both had started. */
    List<String> startLog() {
        return startLog;
    }

    /** The realm, as each of these nodes serves it. */
    Stream<TestRealm> realms() {
        return nodes.stream().map(Upgrade::realm);
    }

    /** One more server on the same database, from which the provider was taken away. */
    KeycloakServer startStock() {
        return stock.start();
    }

    /** How many rows there are of what a credential is made of. */
    List<String> rowCounts() {
        return Stream.of("client", "client_attributes", "client_scope_client", "user_entity", "admin_event_entity")
                .map(table -> table + " " + database.query("select count(*) from " + table))
                .toList();
    }

    static TestRealm realm(KeycloakServer server) {
        return new TestRealm(server, REALM);
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
        database.close();
    }

    private static KeycloakServerBuilder server(BuildFiles files, String folder, PostgresServer database) {
        return KeycloakServer.builder(files.keycloakHome(), files.serverFolder(folder))
                .production()
                .postgres(database.jdbcUrl(), PostgresServer.USER)
                .quickStart()
                .option("--log-level=INFO,io.apicredentials:debug");
    }

    private static void use(KeycloakServer server) {
        ObjectNode realm = JsonNodeFactory.instance
                .objectNode()
                .put("realm", REALM)
                .put("enabled", true)
                .put("eventsEnabled", true)
                .put("adminEventsEnabled", true)
                .put("adminEventsDetailsEnabled", true);
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", ORDINARY.clientId())
                .put("secret", ORDINARY.clientSecret())
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("serviceAccountsEnabled", true);
        AdminClient admin = server.admin();
        admin.post("realms", realm).expect(201);
        admin.below("realms/" + REALM).post("clients", client).expect(201);
        realm(server).tokenEndpoint().request(ORDINARY).expect(200);
    }

    /**
     * Nodes that start together rarely write at the same moment. Here they have to: the table that the provider writes to
     * first is kept from them until all of them want to.
     */
    private static List<KeycloakServer> startTogether(PostgresServer database, KeycloakServerBuilder... builders) {
        try (Connection held = database.holdWritesTo("authentication_execution")) {
            List<CompletableFuture<KeycloakServer>> starts = Stream.of(builders)
                    .map(node -> CompletableFuture.supplyAsync(node::start, task -> new Thread(task).start()))
                    .toList();
            while (database.waitingSessions() < builders.length) {
                failOnEarlyEnd(starts);
            }
            held.rollback();
            return starts.stream().map(CompletableFuture::join).toList();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Gives it a moment. */
    private static void failOnEarlyEnd(List<CompletableFuture<KeycloakServer>> starts) {
        try {
            Object server = CompletableFuture.anyOf(starts.toArray(CompletableFuture[]::new))
                    .get(100, TimeUnit.MILLISECONDS);
            throw new IllegalStateException("started without having to wait for the other: " + server);
        } catch (TimeoutException stillStarting) {
            return;
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
