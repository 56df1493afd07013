package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Votes on two nodes at once, and what happens at the same moment elsewhere: a request has one end, and that has one effect. */
abstract class ApprovalOnTwoNodes {

    private static final String REASON = "As discussed in the meeting";
    private static final int PAIRS = 12;

    private final PostgresServer database;
    private final TestRealm here;
    private final TestRealm there;

    /** @param here a realm on one node, in which everything waits for the approval of one other */
    ApprovalOnTwoNodes(PostgresServer database, TestRealm here, TestRealm there) {
        this.database = database;
        this.here = here;
        this.there = there;
    }

    @Test
    void ofTwoLastVotesOneDecides() {
        race(delay -> {
            String id = AwaitedCredential.asked(here).path("id").asText();
            JsonNode request = request(id);

            Pair answers = send(
                    delay,
                    () -> vote(here, Person.APPROVER, request, "approve"),
                    () -> vote(there, Person.OWNER, request, "approve"));

            assertThat(statuses(answers)).as(answers.toString()).containsExactlyInAnyOrder(200, 409);
            Answer late = answers.first().status() == 409 ? answers.first() : answers.second();
            assertThat(code(late)).isEqualTo("request_decided");
            assertThat(there.approvals(Person.OWNER)
                            .get(request.path("id").asText())
                            .json()
                            .path("votes"))
                    .hasSize(1);
            assertThat(actions(id)).containsExactlyInAnyOrder("request", "approve", "enable");
        });
    }

    @Test
    void aRequestIsApprovedOrWithdrawn() {
        race(delay -> {
            String id = asked().path("id").asText();
            JsonNode request = request(id);

            Pair answers = send(
                    delay,
                    () -> vote(here, Person.APPROVER, request, "approve"),
                    () -> there.approvals(Person.ADMINISTRATOR)
                            .withdraw(request.path("id").asText()));

            boolean isApproved = answers.first().status() == 200;
            assertThat(statuses(answers))
                    .as(answers.toString())
                    .isEqualTo(isApproved ? List.of(200, 409) : List.of(409, 204));
            assertThat(code(isApproved ? answers.second() : answers.first())).isEqualTo("request_decided");
            assertThat(isRenamed(id)).isEqualTo(isApproved);
        });
    }

    @Test
    void anApprovalDoesNotEnableWhatIsDisabledAtThatMoment() {
        race(delay -> {
            String id = asked().path("id").asText();
            JsonNode request = request(id);

            Pair answers = send(
                    delay,
                    () -> vote(here, Person.APPROVER, request, "approve"),
                    () -> there.credentials().disableAndRevoke(id));

            assertThat(answers.first().status()).as(answers.toString()).isIn(200, 409);
            assertThat(answers.second().status()).as(answers.toString()).isEqualTo(200);
            JsonNode after = here.credentials().get(id).expect(200).json();
            assertThat(after.path("enabled").asBoolean()).isFalse();
            assertThat(isRenamed(id)).isEqualTo(answers.first().status() == 200);
        });
    }

    @Test
    void ofTwoRequestsAboutOneCredentialOneIsTaken() {
        race(delay -> {
            String id = AwaitedCredential.inForce(here).id();

            Pair answers = send(
                    delay,
                    () -> here.credentials(Person.ADMINISTRATOR).delete(id),
                    () -> there.credentials(Person.OWNER).rotate(id, "PT0S"));

            assertThat(statuses(answers)).as(answers.toString()).containsExactlyInAnyOrder(202, 409);
            Answer late = answers.first().status() == 409 ? answers.first() : answers.second();
            assertThat(code(late)).isEqualTo("pending_request");
        });
    }

    @Test
    void anApprovedSecretIsPickedUpOnce() {
        race(delay -> {
            String id = AwaitedCredential.asked(here).path("id").asText();
            vote(there, Person.APPROVER, request(id), "approve").expect(200);

            Pair answers =
                    send(delay, () -> AwaitedCredential.pickUp(here, id), () -> AwaitedCredential.pickUp(there, id));

            // What comes later asks for another one.
            assertThat(statuses(answers)).as(answers.toString()).containsExactlyInAnyOrder(201, 202);
            Answer made = answers.first().status() == 201 ? answers.first() : answers.second();
            there.tokenEndpoint().request(ClientCredentials.of(made)).expect(200);
        });
    }

    /** An edit that changes nothing of the rule, too: what it has read may be over when the other one is committed. */
    @Test
    void anEditOfTheRealmIsJudgedWhenNobodyElseChangesTheRealm() throws SQLException {
        ObjectNode edit = JsonNodeFactory.instance.objectNode().put("displayName", "Edited meanwhile");
        String realmId = here.admin().get("").expect(200).json().path("id").asText();
        try (Connection other = database.holdRow("realm", realmId)) {
            CompletableFuture<Answer> edited =
                    CompletableFuture.supplyAsync(() -> there.admin().put("", edit));

            boolean waits = Await.seen(
                    "the end of the edit, or that it waits",
                    () -> edited.isDone() || database.waitingSessions() > 0
                            ? Optional.of(!edited.isDone())
                            : Optional.empty());

            assertThat(waits).isTrue();
            other.rollback();
            edited.join().expect(204);
        }
    }

    /** PostgreSQL fails on a NUL. */
    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b.00000000", "settings.%00"})
    void anIdWithANulIsUnknown(String id) {
        JsonNode vote = ApprovalsApi.vote("approve", REASON, "sha256:" + "0".repeat(64));

        here.approvals(Person.OWNER).get(id).expect(404);
        here.approvals(Person.OWNER).decide(id, vote).expect(404);
        here.approvals(Person.OWNER).withdraw(id).expect(404);
    }

    private static void race(Consumer<Long> race) {
        RequestPairs.delays(PAIRS).forEach(race);
    }

    private static Pair send(long delay, Supplier<Answer> first, Supplier<Answer> second) {
        try (RequestPairs pairs = new RequestPairs()) {
            return pairs.send(first, second, delay);
        }
    }

    /** One in force that waits for another name. */
    private JsonNode asked() {
        String id = AwaitedCredential.inForce(here).id();
        return AwaitedCredential.askForName(here, id, "Another name")
                .expect(202)
                .json();
    }

    private JsonNode request(String id) {
        return here.credentials().get(id).expect(200).json().path("pending");
    }

    private static Answer vote(TestRealm realm, Person who, JsonNode request, String decision) {
        return realm.approvals(who)
                .decide(
                        request.path("id").asText(),
                        ApprovalsApi.vote(
                                decision, REASON, request.path("digest").asText()));
    }

    private boolean isRenamed(String id) {
        return there.credentials()
                .get(id)
                .expect(200)
                .json()
                .path("name")
                .asText()
                .equals("Another name");
    }

    /** What happened to a credential, beside that it was created. */
    private List<String> actions(String id) {
        return there.events().ofCredential(id).stream()
                .map(event -> event.at("/details/action").asText())
                .filter(action -> !action.isEmpty())
                .toList();
    }

    private static List<Integer> statuses(Pair answers) {
        return Stream.of(answers.first(), answers.second()).map(Answer::status).toList();
    }

    private static String code(Answer refused) {
        return refused.json().at("/errors/0/code").asText();
    }
}
