package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.Cluster;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A node that ends between a vote and its answer has done everything of it, or nothing. It needs a cluster of its own. */
final class KilledNodeIT {

    private static final int REQUESTS = 60;
    private static final int ANSWERED = 12;

    @AutoClose
    private final Cluster cluster = Cluster.start();

    @AutoClose("shutdownNow")
    private final ExecutorService voters = Executors.newFixedThreadPool(4);

    private final TestRealm ending;
    private final TestRealm staying;

    KilledNodeIT() {
        ending = TestRealm.create(cluster.nodes().get(0), "killed-");
        ending.requireApproval();
        staying = new TestRealm(cluster.nodes().get(1), ending.name());
    }

    @Test
    void whatWasVotedOnIsDoneOrOpen() throws InterruptedException {
        List<JsonNode> asked = new ArrayList<>();
        for (int number = 0; number < REQUESTS; number++) {
            asked.add(AwaitedCredential.asked(ending));
        }
        ending.token(Person.APPROVER);
        CountDownLatch answered = new CountDownLatch(ANSWERED);
        List<CompletableFuture<Integer>> votes = asked.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> vote(one, answered), voters))
                .toList();
        assertThat(answered.await(2, TimeUnit.MINUTES)).isTrue();
        cluster.nodes().get(0).kill();

        int approved = 0;
        for (int number = 0; number < REQUESTS; number++) {
            boolean isApproved =
                    isDoneOrOpen(asked.get(number), votes.get(number).join());
            approved += isApproved ? 1 : 0;
        }
        assertThat(approved).as("votes that were done when the node ended").isBetween(ANSWERED, REQUESTS - 1);
    }

    /** Zero where the node ended before it answered. */
    private int vote(JsonNode asked, CountDownLatch answered) {
        try {
            int status = ending.approvals(Person.APPROVER).approveAsAsked(asked).status();
            answered.countDown();
            return status;
        } catch (UncheckedIOException ended) {
            return 0;
        }
    }

    private boolean isDoneOrOpen(JsonNode asked, int answer) {
        String id = asked.path("id").asText();
        String request = AwaitedCredential.request(asked);
        Answer found = staying.approvals(Person.OWNER).get(request).expect(200);
        String status = found.json().path("status").asText();
        boolean isApproved = status.equals("approved");
        List<String> actions = staying.events().ofCredential(id).stream()
                .map(event -> event.at("/details/action").asText())
                .filter(action -> !action.isEmpty())
                .toList();

        assertThat(status).isIn("open", "approved");
        assertThat(answer).isIn(0, 200);
        if (answer == 200) {
            assertThat(isApproved).isTrue();
        }
        assertThat(found.json().path("votes")).hasSize(isApproved ? 1 : 0);
        assertThat(actions)
                .containsExactlyInAnyOrderElementsOf(
                        isApproved ? List.of("request", "approve", "enable") : List.of("request"));
        assertThat(staying.credentials()
                        .get(id)
                        .expect(200)
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isEqualTo(isApproved);
        if (!isApproved) {
            staying.approvals(Person.OWNER).approve(request).expect(200);
        }
        return isApproved;
    }
}
