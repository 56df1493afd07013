package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule for approval of a realm that was set on one node, and an edit of the realm by Keycloak's admin API on the other. */
abstract class RuleOnTwoNodes {

    private static final String OPERATIONS = "api.credential.approval.operations";
    private static final String APPROVALS = "api.credential.approval.approvals";
    private static final String RULE = "{\"approval\":{\"operations\":[\"update\"],\"approvals\":2}}";
    private static final String REFUSAL = "The approval of changes is itself subject to approval in this realm";

    private final KeycloakServer here;
    private final KeycloakServer there;

    RuleOnTwoNodes(KeycloakServer here, KeycloakServer there) {
        this.here = here;
        this.there = there;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ui-ext"})
    void anEditOnTheOtherNodeDoesNotLoosenIt(String path) {
        try (TestRealm realm = TestRealm.create(here, "rule-")) {
            TestRealm other = new TestRealm(there, realm.name());
            // In the cache of the other node without the rule.
            ObjectNode before = present(other);
            realm.credentials().changeSettings(RULE).expect(200);

            isRefused(other.admin().put(path, before));
            ObjectNode fewer = present(other);
            fewer.withObject("/attributes").put(APPROVALS, "1");
            isRefused(other.admin().put(path, fewer));

            for (TestRealm each : new TestRealm[] {realm, other}) {
                JsonNode attributes = present(each).path("attributes");
                assertThat(attributes.path(OPERATIONS).asText()).isEqualTo("update");
                assertThat(attributes.path(APPROVALS).asText()).isEqualTo("2");
            }
        }
    }

    @Test
    void anEditAtTheSameMomentDoesNotLoosenIt() {
        for (long delay : RequestPairs.delays(5)) {
            try (TestRealm realm = TestRealm.create(here, "rule-");
                    RequestPairs pairs = new RequestPairs()) {
                TestRealm other = new TestRealm(there, realm.name());
                // Of two edits that add the same attribute, Keycloak fails at the later.
                realm.admin().put("", withApprovals(realm, "3")).expect(204);
                ObjectNode looser = withApprovals(other, "1");

                Pair answers = pairs.send(
                        () -> realm.credentials().changeSettings(RULE),
                        () -> other.admin().put("", looser),
                        delay);

                assertThat(answers.first().status()).as(answers.toString()).isEqualTo(200);
                assertThat(answers.second().status()).as(answers.toString()).isIn(204, 400);
                assertThat(present(other).at("/attributes/" + APPROVALS).asText())
                        .as("after %s microseconds, %s", delay, answers)
                        .isEqualTo("2");
            }
        }
    }

    private static ObjectNode withApprovals(TestRealm realm, String number) {
        ObjectNode edit = JsonNodeFactory.instance.objectNode();
        edit.set("attributes", present(realm).path("attributes"));
        edit.withObject("/attributes").put(APPROVALS, number);
        return edit;
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(REFUSAL);
    }

    /** The realm as it is. */
    private static ObjectNode present(TestRealm realm) {
        return (ObjectNode) realm.admin().get("").expect(200).json();
    }
}
