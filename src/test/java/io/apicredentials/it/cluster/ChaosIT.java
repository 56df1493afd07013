package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three nodes and their database, at which one thing after another fails; {@code mvn -Pchaos verify}. */
@Tag("chaos")
final class ChaosIT {

    private static final int CHANGES = Integer.getInteger("chaos.changes", 300);

    /** What is done before something fails, while it does, and after. */
    private static final int SOME = 60;

    private static final Duration LONGEST_GAP = Duration.ofSeconds(30);

    @AutoClose
    private static ChaosCluster cluster;

    private static ChaosReport report;

    private final List<TestRealm> open = cluster.realm("open-");
    private final List<TestRealm> waiting = cluster.realm("waiting-");

    ChaosIT() {
        waiting.get(0).requireApproval();
    }

    @BeforeAll
    static void start() {
        report = new ChaosReport("cluster.md", "A cluster in which something fails");
        cluster = ChaosCluster.start(
                Collections.nCopies(3, BuildFiles.fromSystemProperties().providerJar()));
        cluster.awaitWhole();
    }

    /** Three again, with all connections that were closed used up. */
    @AfterEach
    void whole() {
        cluster.awaitWhole();
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void aChangeCountsOnTheOtherNodes(Change change) {
        Delays delays = Delays.measure(change, open, CHANGES);
        report.section("From the answer to the last other node: " + change);
        report.line(delays.row());

        assertThat(delays.never()).as(delays.row()).isZero();
        assertThat(delays.percentile(99)).as(delays.row()).isLessThanOrEqualTo(DelaysOnTwoNodes.TARGET);
    }

    /** The one that was started first speaks for the cluster. */
    @ParameterizedTest
    @ValueSource(ints = {2, 0})
    void aKilledNode(int killed) {
        Node node = cluster.nodes().get(killed);
        Load load = Load.start(open, waiting);
        try (load) {
            load.awaitAcknowledged(SOME);
            node.kill();
            load.awaitAcknowledged(2 * SOME);
        }
        node.start();
        cluster.awaitWhole();
        told("kill -9 of node " + (killed + 1), load);

        for (int number = 0; number < cluster.nodes().size(); number++) {
            Outcomes outcomes = load.outcomes().get(number);
            assertThat(outcomes.unclear()).isEmpty();
            if (number != killed) {
                assertThat(outcomes.longestGap()).as(outcomes.toString()).isLessThan(LONGEST_GAP);
            }
        }
        new StateAfterFailure(cluster.database(), open, waiting).check(load.acknowledged());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDatabaseThatEndsAndComesBack(boolean crashes) {
        Load load = Load.start(open, waiting);
        try (load) {
            load.awaitAcknowledged(SOME);
            if (crashes) {
                cluster.database().control().crash();
            } else {
                cluster.database().control().stop();
            }
            load.awaitFailures(SOME);
            cluster.database().control().start();
            load.awaitAcknowledged(2 * SOME);
        }
        cluster.awaitWhole();
        told(crashes ? "PostgreSQL crashes" : "PostgreSQL is stopped", load);

        assertThat(load.outcomes())
                .allSatisfy(outcomes -> assertThat(outcomes.unclear()).isEmpty());
        new StateAfterFailure(cluster.database(), open, waiting).check(load.acknowledged());
    }

    @Nested
    final class WithoutNetwork extends CutNetwork {

        WithoutNetwork() {
            super(cluster, open, report);
        }
    }

    private static void told(String title, Load load) {
        report.section(title);
        Acknowledged acknowledged = load.acknowledged();
        report.line("Acknowledged: " + acknowledged.number() + "; rotations without an answer: "
                + acknowledged.uncertain().size() + "\n");
        for (int number = 0; number < load.outcomes().size(); number++) {
            Outcomes outcomes = load.outcomes().get(number);
            report.line("* node " + (number + 1) + ": longest time without a success "
                    + outcomes.longestGap().toMillis() + " ms; " + outcomes);
        }
    }
}
