package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The last vote, and an edit of the same credential at the same moment: nothing comes into force that nobody approved. */
@KeycloakTest
final class ApprovalRaceIT {

    private static final String ASKED = "Another name";
    private static final String NETWORK = "10.0.0.0/8";
    private static final int PAIRS = 10;

    private final TestRealm realm;

    @AutoClose
    private final RequestPairs pairs = new RequestPairs();

    ApprovalRaceIT(TestRealm realm) {
        this.realm = realm;
        realm.requireApproval("{\"operations\":[\"update\"]}");
    }

    @ParameterizedTest
    @EnumSource(
            value = EditingWay.class,
            names = {"ADMIN_API", "CONSOLE", "PARTIAL_IMPORT_OVERWRITE", "REGISTRATION"})
    void anEditThroughKeycloakAddsNothing(EditingWay way) {
        for (long delay : RequestPairs.delays(PAIRS)) {
            JsonNode asked = asked();
            ObjectNode present = read(asked);

            Pair answers = pairs.send(
                    vote(asked), () -> way.send(realm, present, client -> addresses(client, NETWORK)), delay);

            assertThat(answers.hasServerError()).as(answers.toString()).isFalse();
            assertThat(answers.second().status()).as(answers.toString()).isBetween(400, 403);
            hasWhatWasApproved(asked, answers.first(), answers);
        }
    }

    /** The stock console saves all that a page read when it was opened. */
    @ParameterizedTest
    @EnumSource(
            value = EditingWay.class,
            names = {"ADMIN_API", "CONSOLE", "PARTIAL_IMPORT_OVERWRITE", "REGISTRATION"})
    void whatWasReadBeforeIsNotBroughtBack(EditingWay way) {
        for (long delay : RequestPairs.delays(PAIRS)) {
            JsonNode asked = asked();
            ObjectNode present = read(asked);

            Pair answers = pairs.send(vote(asked), () -> way.send(realm, present, client -> {}), delay);

            assertThat(answers.hasServerError()).as(answers.toString()).isFalse();
            hasWhatWasApproved(asked, answers.first(), answers);
        }
    }

    @Test
    void anotherUpdateIsNotMixedIn() {
        for (long delay : RequestPairs.delays(PAIRS)) {
            JsonNode asked = asked();
            ObjectNode other = CredentialRequests.of("wallets", "127.0.0.1", NETWORK);
            other.remove("permissionSet");
            CredentialRequests.grant(other, "balances", "read", "org");

            Pair answers = pairs.send(vote(asked), () -> realm.credentials().update(id(asked), other), delay);

            // Before the vote another request is open, and after it this one waits for its own.
            assertThat(answers.second().status()).as(answers.toString()).isIn(202, 409);
            hasWhatWasApproved(asked, answers.first(), answers);
        }
    }

    private void hasWhatWasApproved(JsonNode asked, Answer vote, Pair answers) {
        assertThat(vote.status()).as(answers.toString()).isIn(200, 409);
        JsonNode after = realm.credentials().get(id(asked)).expect(200).json();
        assertThat(after.path("name").asText().equals(ASKED))
                .as(answers.toString())
                .isEqualTo(vote.status() == 200);
        assertThat(after.path("allowedIps").toString()).as(answers.toString()).doesNotContain(NETWORK);
        assertThat(after.path("enabled").asBoolean()).as(answers.toString()).isTrue();
    }

    private Supplier<Answer> vote(JsonNode asked) {
        return () -> realm.approvals(Person.APPROVER).approveAsAsked(asked);
    }

    /** One in force that waits for another name. */
    private JsonNode asked() {
        return AwaitedCredential.askForName(realm, issue(), ASKED).expect(202).json();
    }

    private String issue() {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
    }

    private ObjectNode read(JsonNode asked) {
        return (ObjectNode)
                realm.admin().get("clients/" + id(asked)).expect(200).json();
    }

    private static void addresses(ObjectNode client, String more) {
        ObjectNode attributes = client.withObject("/attributes");
        String present = attributes.path("api.credential.allowed-ips").asText();
        attributes.put("api.credential.allowed-ips", (present + " " + more).strip());
    }

    private static String id(JsonNode asked) {
        return asked.path("id").asText();
    }
}
