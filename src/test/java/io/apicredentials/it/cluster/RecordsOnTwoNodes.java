package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeyComponents;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes on two nodes at once: the first of a realm race for the head of its chain; and what each node keeps in memory. */
abstract class RecordsOnTwoNodes {

    private static final int CHANGES = 100;

    private final TestRealm here;
    private final TestRealm there;

    /** Of a new realm. */
    RecordsOnTwoNodes(KeycloakServer here, KeycloakServer there) {
        this.here = TestRealm.create(here, "records-");
        this.there = new TestRealm(there, this.here.name());
    }

    @Test
    void changesOnBothNodesAreOneChain() {
        List<Integer> answers = IntStream.range(0, CHANGES)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? here : there)
                        .credentials()
                        .create(CredentialRequests.of("wallets", "127.0.0.1"))
                        .status())
                .toList();

        assertThat(answers).containsOnly(201);
        for (TestRealm node : List.of(here, there)) {
            JsonNode found = AuditRecords.of(node).verify();
            assertThat(found.path("intact").asBoolean()).as(found.toString()).isTrue();
            assertThat(found.path("records").asInt()).isGreaterThanOrEqualTo(CHANGES);
        }
    }

    /** Each of them keeps the key that the realm signs with in memory. */
    @Test
    void whatIsDoneWithAKeyOnOneNodeCountsOnTheOther() {
        ClientCredentials one = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String before = keyOf(there, one);
        KeyComponents keys = new KeyComponents(here.admin());

        String added = keys.addEs256();
        String after = keyOf(there, one);
        assertThat(after).isNotEqualTo(before);
        keys.change(added, "active", "false");
        assertThat(keyOf(there, one)).isEqualTo(before);
        keys.change(added, "active", "true");
        assertThat(keyOf(there, one)).isEqualTo(after);
        keys.remove(added);

        assertThat(keyOf(there, one)).isEqualTo(before);
    }

    private static String keyOf(TestRealm realm, ClientCredentials credential) {
        return realm.tokenEndpoint().request(credential).keyId();
    }

    /** Each of them keeps it in memory. */
    @Test
    void whatOneNodeMakesOrRemovesTheOtherCounts() {
        int before = count(there);
        assertThat(count(here)).isEqualTo(before);

        ClientCredentials one = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        assertThat(count(there)).isEqualTo(before + 1);
        there.credentials().delete(one.id()).expect(204);
        assertThat(count(here)).isEqualTo(before);
    }

    private static int count(TestRealm node) {
        return node.credentials().count(Fields.none()).expect(200).json().asInt();
    }
}
