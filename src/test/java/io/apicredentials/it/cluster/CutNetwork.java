package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Nodes that reach the database and not each other. */
abstract class CutNetwork {

    private final ChaosCluster cluster;
    private final List<TestRealm> realm;
    private final ChaosReport report;

    CutNetwork(ChaosCluster cluster, List<TestRealm> realm, ChaosReport report) {
        this.cluster = cluster;
        this.realm = realm;
        this.report = report;
    }

    /** One in force, which every node has in its caches, with its token. */
    private record Cached(ClientCredentials credential, String token) {}

    @Test
    void whatWasDoneOnOneSideCountsOnAllWhenTheyReachEachOtherAgain() {
        TestRealm here = realm.get(0);
        TestRealm there = realm.get(1);
        TestRealm bounded = realm.get(2);
        Cached unnoticed = cached();
        Cached disabled = cached();
        Cached rotated = cached();
        Cached deleted = cached();
        Cached revoked = cached();
        Cached revokedThere = cached();
        report.section("The network between the nodes is cut");
        cluster.cut();

        // Others are waited for, in vain.
        Answer told = here.credentials().disable(unnoticed.credential().id());
        assertThat(told.status()).as(told.toString()).isEqualTo(503);
        assertThat(told.json().path("error").asText()).isEqualTo("nodes_not_told");
        assertThat(Change.refuses(here, unnoticed.credential())).isTrue();
        ClientCredentials created = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        here.tokenEndpoint().request(created).expect(200);
        there.tokenEndpoint().request(created).expect(200);
        report("until each node knows that it is alone", () -> cluster.isEachAlone());

        // Nobody is waited for any more.
        here.credentials().disable(disabled.credential().id()).expect(200);
        ClientCredentials after = ClientCredentials.of(
                here.credentials().rotate(rotated.credential().id(), "PT0S"));
        here.credentials().delete(deleted.credential().id()).expect(204);
        here.tokenEndpoint().revoke(revoked.token(), revoked.credential()).expect(200);
        there.tokenEndpoint()
                .revoke(revokedThere.token(), revokedThere.credential())
                .expect(200);
        assertThat(Change.refuses(here, disabled.credential())).isTrue();
        report(
                "until the node whose cache of realms has a lifespan of " + ChaosCluster.LIFESPAN_SECONDS
                        + " s refuses what was disabled elsewhere",
                () -> Change.refuses(bounded, disabled.credential()));
        assertThat(Change.admits(there, disabled.credential()))
                .as("what docs/security-model.md says of the time of a cut")
                .isTrue();
        assertThat(there.isActive(revoked.token())).isTrue();

        cluster.heal();
        report(
                "from then on, until every node refuses what was disabled on one",
                () -> realm.stream().allMatch(node -> Change.refuses(node, disabled.credential())));
        report(
                "from then on, until revoked tokens are not active on any node",
                () -> realm.stream()
                        .noneMatch(node -> node.isActive(revoked.token()) || node.isActive(revokedThere.token())));
        cluster.awaitWhole();
        realm.forEach(node -> {
            assertThat(Change.refuses(node, unnoticed.credential())).isTrue();
            assertThat(Change.refuses(node, rotated.credential())).isTrue();
            assertThat(Change.admits(node, after)).isTrue();
            assertThat(Change.refuses(node, deleted.credential())).isTrue();
            assertThat(Change.admits(node, created)).isTrue();
            assertThat(node.isActive(deleted.token())).isTrue();
            assertThat(node.isActive(revoked.token())).isFalse();
            assertThat(node.isActive(revokedThere.token())).isFalse();
            assertThat(node.credentials()
                            .verifyAudit()
                            .expect(200)
                            .json()
                            .path("intact")
                            .asBoolean())
                    .isTrue();
        });
    }

    private Cached cached() {
        ClientCredentials credential = realm.get(0).credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String token = realm.get(0).tokenEndpoint().request(credential).accessToken();
        realm.forEach(node -> {
            node.tokenEndpoint().request(credential).expect(200);
            assertThat(node.isActive(token)).isTrue();
        });
        return new Cached(credential, token);
    }

    private void report(String what, BooleanSupplier seen) {
        long begin = System.nanoTime();
        Await.seen(what, () -> seen.getAsBoolean() ? Optional.of(true) : Optional.empty());
        report.line(
                "* " + what + ": " + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms");
    }
}
