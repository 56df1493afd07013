package io.apicredentials.it.cluster;

import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.LocalPort;
import io.apicredentials.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node that can be ended and come back at the same address, and that the others reach by ways that can be cut. */
final class Node implements AutoCloseable {

    /** What Infinispan writes of each change of the members: how many they are. */
    private static final Pattern VIEW = Pattern.compile("ISPN00009[34]: .*?\\|\\d+\\] \\((\\d+)\\)");

    /** As many as there may be connections to the database. */
    private static final int REQUESTS = 64;

    private final BuildFiles files;
    private final PostgresServer database;
    private final int number;
    private final int port = LocalPort.free();
    private final int clusterPort = LocalPort.freePair();
    private final int knownPort = LocalPort.freePair();
    private final Relay relay = new Relay(knownPort, clusterPort);
    private final Relay watch = new Relay(knownPort + 1, clusterPort + 1);
    private @Nullable KeycloakServerBuilder builder;
    private @Nullable KeycloakServer server;

    Node(BuildFiles files, PostgresServer database, int number) {
        this.files = files;
        this.database = database;
        this.number = number;
    }

    /** Starts it with a provider, for the first time or after it has ended. */
    void buildAndStart(Path jar) {
        builder = configured(jar).build();
        start();
    }

    /** Starts it as it was, after it has ended. */
    void start() {
        server = builder.start();
    }

    KeycloakServer server() {
        return server;
    }

    void kill() {
        server.kill();
    }

    /** Ends it in good order. */
    void stop() {
        server.close();
    }

    /** No other node reaches it from now on. */
    void cut() {
        relay.cut();
        watch.cut();
    }

    void heal() {
        relay.heal();
        watch.heal();
    }

    /** How many nodes it knows, itself included. */
    int members() {
        List<Integer> views = server.wholeLog().lines().stream()
                .flatMap(line -> VIEW.matcher(line).results())
                .map(MatchResult::group)
                .map(view -> Integer.valueOf(view.substring(view.lastIndexOf('(') + 1, view.length() - 1)))
                .toList();
        return views.isEmpty() ? 0 : views.get(views.size() - 1);
    }

    /** Whether so many requests at a time that need the database all succeed. */
    boolean works() {
        AdminClient admin = server.admin();
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        try {
            List<CompletableFuture<Boolean>> answers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> isCounted(admin), threads))
                    .limit(REQUESTS)
                    .toList();
            return answers.stream().map(CompletableFuture::join).allMatch(isCounted -> isCounted);
        } finally {
            threads.shutdown();
        }
    }

    private static boolean isCounted(AdminClient admin) {
        try {
            return admin.get("realms/master/users/count").status() == 200;
        } catch (AssertionError notLoggedIn) {
            return false;
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        relay.close();
        watch.close();
    }

    private KeycloakServerBuilder configured(Path jar) {
        KeycloakServerBuilder node = KeycloakServer.builder(
                        files.keycloakHome(), files.serverFolder("fire-node" + number))
                .provider(jar)
                .production()
                .clusteredAt(clusterPort)
                .postgres(database.jdbcUrl(), PostgresServer.USER)
                .port(port)
                // Where a node notices that another one has ended is beside the port of the cluster.
                .environment("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -Djgroups.fd.port-offset=1")
                .environment("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m")
                .option("--cache-embedded-network-external-address=" + KeycloakServer.LOCALHOST)
                .option("--cache-embedded-network-external-port=" + knownPort)
                .option("--hostname=http://localhost");
        return number == 3
                ? node.option("--spi-cache-embedded--default--realms-lifespan=" + ChaosCluster.LIFESPAN_SECONDS)
                : node;
    }
}
