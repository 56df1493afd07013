package io.apicredentials.it.cluster;

import io.apicredentials.testing.Await;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes of one cluster, and their database, at which things fail. Closing it stops everything. */
final class ChaosCluster implements AutoCloseable {

    /** How long the third node keeps realms and clients in its cache; the others do so for ever. */
    static final int LIFESPAN_SECONDS = 60;

    private final PostgresServer database;
    private final List<Node> nodes = new ArrayList<>();

    private ChaosCluster(PostgresServer database) {
        this.database = database;
    }

    /** Starts a node for each provider, one after the other. */
    static ChaosCluster start(List<Path> jars) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        ChaosCluster cluster = new ChaosCluster(PostgresServer.start(files.serverFolder("chaos-postgres")));
        try {
            cluster.database.keepWhatIsCommitted();
            for (Path jar : jars) {
                Node node = new Node(files, cluster.database, cluster.nodes.size() + 1);
                cluster.nodes.add(node);
                node.buildAndStart(jar);
            }
            return cluster;
        } catch (RuntimeException | Error failed) {
            cluster.close();
            throw failed;
        }
    }

    PostgresServer database() {
        return database;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** A new realm, on each node. */
    List<TestRealm> realm(String prefix) {
        TestRealm created = TestRealm.create(nodes.get(0).server(), prefix);
        return nodes.stream()
                .map(node -> new TestRealm(node.server(), created.name()))
                .toList();
    }

    /** From now on each node is alone. */
    void cut() {
        nodes.forEach(Node::cut);
    }

    void heal() {
        nodes.forEach(Node::heal);
    }

    boolean isEachAlone() {
        return nodes.stream().allMatch(node -> node.members() == 1);
    }

    /** Waits until all are one cluster and none fails at a connection that its database has closed. */
    void awaitWhole() {
        Await.seen(
                "one cluster",
                () -> nodes.stream().allMatch(node -> node.members() == nodes.size())
                        ? Optional.of(true)
                        : Optional.empty());
        nodes.forEach(node ->
                Await.seen("a node without failures", () -> node.works() ? Optional.of(true) : Optional.empty()));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        database.close();
    }
}
