package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Cluster;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is changed on one node of a cluster counts on the other when the answer to the change is there. Nothing here waits
 * or tries again: a node sends the answer only after every other node has dropped the credential from its cache.
 *
 * <p>Keycloak tells the other nodes after the commit and before the answer, by an entry in its cache {@code work}. That
 * cache is replicated and synchronous: each node acknowledges the entry when its listener, which empties the cache of
 * realms and clients, has returned ({@code InfinispanClusterProvider.notify}, {@code CacheConfigurator}). Revoked tokens
 * and deleted credentials are in {@code actionTokens}, which is distributed and synchronous.
 */
@ParameterizedClass(name = "changed on node {0}")
@ValueSource(ints = {0, 1})
final class ClusterIT {

    @AutoClose
    private static Cluster cluster;

    private static String realmName;

    /** In which everything waits for approval. */
    private static String waitingRealmName;

    private final int node;
    private final TestRealm here;
    private final TestRealm there;
    private final ClientCredentials credential;
    private final String token;

    /** The credential and its token are in the caches of both nodes when a test begins. */
    ClusterIT(int node) {
        this.node = node;
        here = realmOn(node, realmName);
        there = realmOn(1 - node, realmName);
        credential = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1", "127.0.0.2"));
        token = here.tokenEndpoint().request(credential).accessToken();
        there.tokenEndpoint().request(credential).expect(200);
        assertThat(here.isActive(token)).isTrue();
        assertThat(there.isActive(token)).isTrue();
    }

    @BeforeAll
    static void start() {
        cluster = Cluster.start();
        realmName =
                TestRealm.create(cluster.nodes().get(0), new RealmChange.None()).name();
        TestRealm waiting = TestRealm.create(cluster.nodes().get(0), "waiting-");
        waiting.requireApproval();
        waitingRealmName = waiting.name();
    }

    @Test
    void theNodesAreOneCluster() {
        assertThat(cluster.nodes())
                .allSatisfy(node -> assertThat(node.wholeLog().lines())
                        .anyMatch(line -> line.contains("ISPN000094") && line.contains("(2)")));
    }

    @Test
    void disablingEndsTheTokensIssuedOnTheOtherNode() {
        here.credentials().disableAndRevoke(credential.id()).expect(200);

        assertThat(there.isActive(token)).isFalse();
    }

    @Test
    void deletingEndsTheTokensIssuedOnTheOtherNode() {
        here.credentials().deleteAndRevoke(credential.id()).expect(204);

        assertThat(there.isActive(token)).isFalse();
    }

    @Test
    void aTokenRevokedByItsCredentialEndsOnTheOtherNode() {
        here.tokenEndpoint().revoke(token, credential).expect(200);

        assertThat(there.isActive(token)).isFalse();
    }

    @Test
    void disablingStopsAuthenticationOnTheOtherNodeAndTokensGoOn() {
        here.credentials().disable(credential.id()).expect(200);

        assertThat(there.tokenEndpoint().request(credential).status()).isEqualTo(401);
        assertThat(there.events().refusalOf(credential.clientId())).isEqualTo("disabled");
        assertThat(there.isActive(token)).isTrue();
    }

    @Test
    void deletingStopsAuthenticationOnTheOtherNodeAndTokensGoOn() {
        here.credentials().delete(credential.id()).expect(204);

        assertThat(there.tokenEndpoint().request(credential).status()).isEqualTo(401);
        assertThat(there.isActive(token)).isTrue();
    }

    @Test
    void enablingAdmitsOnTheOtherNode() {
        here.credentials().disable(credential.id()).expect(200);
        there.tokenEndpoint().request(credential).expect(401);

        here.credentials().enable(credential.id()).expect(200);

        assertThat(there.isActive(there.tokenEndpoint().request(credential).accessToken()))
                .isTrue();
    }

    @Test
    void anUpdateOfTheAddressesCountsOnTheOtherNode() {
        ObjectNode narrower = CredentialRequests.of("wallets", "127.0.0.1");
        narrower.remove("permissionSet");
        CredentialRequests.grant(narrower, "balances", "read", "org");

        here.credentials().update(credential.id(), narrower).expect(200);

        Answer refused = there.tokenEndpoint().from("127.0.0.2").request(credential);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(there.events().refusalOf(credential.clientId())).isEqualTo("address_not_allowed");
        there.tokenEndpoint().request(credential).expect(200);
    }

    /** On PostgreSQL: it and Java do not agree on the lower case of these. */
    @ParameterizedTest
    @ValueSource(strings = {"İstanbul Şube", "ΟΔΟΣ Αθήνα", "100% of_all!"})
    void theSearchFindsANameByItself(String name) {
        String marked = name + " " + UUID.randomUUID().toString().substring(0, 8);
        here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1").put("name", marked));

        Answer found = there.credentials().list(Fields.of("search", marked)).expect(200);

        assertThat(found.json()).hasSize(1);
        assertThat(found.json().at("/0/name").asText()).isEqualTo(marked);
    }

    @Nested
    final class Secrets extends SecretsOnTwoNodes {

        Secrets() {
            super(cluster.database(), here, there, credential);
        }
    }

    @Nested
    final class Approval extends ApprovalOnTwoNodes {

        Approval() {
            super(cluster.database(), realmOn(node, waitingRealmName), realmOn(1 - node, waitingRealmName));
        }
    }

    @Nested
    final class TimeOut extends TimeOutOnTwoNodes {

        TimeOut() {
            super(cluster.database(), realmOn(node, waitingRealmName), realmOn(1 - node, waitingRealmName));
        }
    }

    @Nested
    final class Rule extends RuleOnTwoNodes {

        Rule() {
            super(cluster.nodes().get(node), cluster.nodes().get(1 - node));
        }
    }

    @Nested
    final class Locks extends LocksOnTwoNodes {

        Locks() {
            super(cluster.database(), here, there, credential);
        }
    }

    @Nested
    final class Stop extends StopOnTwoNodes {

        Stop() {
            super(cluster.database(), here, there);
        }
    }

    @Nested
    final class Records extends RecordsOnTwoNodes {

        Records() {
            super(cluster.nodes().get(node), cluster.nodes().get(1 - node));
        }
    }

    @Nested
    final class Measured extends DelaysOnTwoNodes {

        Measured() {
            super(cluster.nodes().get(node), cluster.nodes().get(1 - node));
        }
    }

    @Nested
    final class Halted extends HaltedNode {

        Halted() {
            super(here, cluster.nodes().get(1 - node));
        }
    }

    @Nested
    final class WithoutDatabase extends LostDatabase {

        WithoutDatabase() {
            super(cluster.database(), here, there, credential);
        }
    }

    @Nested
    final class Lists extends TenThousand {

        Lists() {
            super(cluster.database(), cluster.nodes().get(node));
        }
    }

    private static TestRealm realmOn(int node, String name) {
        return new TestRealm(cluster.nodes().get(node), name);
    }
}
