package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** From a version before to this one, a node at a time, as docs/guides/upgrade.md says. */
@Tag("chaos")
@EnabledIfSystemProperty(
        named = "chaos.before",
        matches = ".+",
        disabledReason = "the JAR of a version before is not named by -Dchaos.before")
final class RollingUpgradeIT {

    private static final int CHANGES = 20;

    private final Path jar = BuildFiles.fromSystemProperties().providerJar();

    @AutoClose
    private final ChaosCluster cluster = ChaosCluster.start(
            List.of(Path.of(System.getProperty("chaos.before")).toAbsolutePath(), jar));

    private final ChaosReport report = new ChaosReport("upgrade.md", "A rolling upgrade");

    @Test
    void bothVersionsServeTogetherAndNothingIsLost() {
        cluster.awaitWhole();
        List<TestRealm> realm = cluster.realm("upgrade-");
        List<ClientCredentials> credentials = new ArrayList<>();
        realm.forEach(node -> credentials.add(node.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"))));
        report.section("The version before on node 1, this one on node 2");
        eachCountsOnTheOther(realm);

        cluster.nodes().get(0).stop();
        credentials.forEach(one -> realm.get(1).tokenEndpoint().request(one).expect(200));
        cluster.nodes().get(0).buildAndStart(jar);
        cluster.awaitWhole();

        report.section("This version on both");
        eachCountsOnTheOther(realm);
        realm.forEach(node -> {
            credentials.forEach(one -> node.tokenEndpoint().request(one).expect(200));
            assertThat(node.credentials()
                            .verifyAudit()
                            .expect(200)
                            .json()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        });
    }

    private void eachCountsOnTheOther(List<TestRealm> realm) {
        List<TestRealm> backwards = new ArrayList<>(realm);
        Collections.reverse(backwards);
        for (Change change : Change.values()) {
            for (List<TestRealm> direction : List.of(realm, backwards)) {
                Delays delays = Delays.measure(change, direction, CHANGES);
                report.line(delays.row());
                assertThat(delays.never()).as(delays.row()).isZero();
            }
        }
    }
}
