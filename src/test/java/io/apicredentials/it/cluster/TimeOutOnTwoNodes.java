package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The last vote at the moment at which the time of its request is over, while its requester asks for something else on the
 * other node. A request waits for five minutes at least, so that the database is told another end.
 */
abstract class TimeOutOnTwoNodes {

    private static final String ASKED = "Another name";
    private static final int PAIRS = 12;
    private static final Duration AHEAD = Duration.ofMillis(500);

    private final PostgresServer database;
    private final TestRealm here;
    private final TestRealm there;

    /** @param here a realm on one node, in which everything waits for the approval of one other */
    TimeOutOnTwoNodes(PostgresServer database, TestRealm here, TestRealm there) {
        this.database = database;
        this.here = here;
        this.there = there;
    }

    @Test
    void aVoteApprovesInTimeOrChangesNothing() {
        RequestPairs.delays(PAIRS).forEach(delay -> {
            JsonNode asked = asked();
            String id = asked.path("id").asText();
            String request = AwaitedCredential.request(asked);
            Instant end = endSoon(id);

            Pair answers = send(
                    // Both need some milliseconds to where the time counts.
                    end.minusMillis(10).plus(2 * delay, ChronoUnit.MICROS),
                    () -> vote(asked),
                    () -> AwaitedCredential.askForName(there, id, "A third name"));

            String as = answers + " " + delay;
            boolean isApproved = answers.first().status() == 200;
            // Where something else was asked for since, this request is not there any more.
            assertThat(answers.first().status()).as(as).isIn(200, 404, 409);
            // It reads the credential first, which the vote may change before it asks: that is 400.
            assertThat(answers.second().status()).as(as).isIn(202, 400, 409);
            if (answers.second().status() != 202) {
                AwaitedCredential.askForName(there, id, "A third name").expect(202);
            }
            assertThat(name(id).equals(ASKED)).as(as).isEqualTo(isApproved);
            assertThat(ends(id, request)).as(as).containsExactly(isApproved ? "approve" : "time-out");
            if (isApproved) {
                assertThat(Instant.parse(
                                answers.first().json().path("decidedAt").asText()))
                        .isBefore(end);
            }
        });
    }

    /** One in force that waits for another name. */
    private JsonNode asked() {
        String id = AwaitedCredential.inForce(here).id();
        return AwaitedCredential.askForName(here, id, ASKED).expect(202).json();
    }

    /** Has the time of the request of a credential be over soon, and says when. */
    private Instant endSoon(String id) {
        Instant end = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.MILLIS);
        database.execute("update client_attributes set value = regexp_replace(value, '\"expiresAt\":\"[^\"]*\"',"
                + " '\"expiresAt\":\"" + end + "\"') where name = 'api.credential.request' and client_id = '" + id
                + "'");
        return end;
    }

    private static Pair send(Instant moment, Supplier<Answer> first, Supplier<Answer> second) {
        try (RequestPairs pairs = new RequestPairs()) {
            return pairs.sendAt(moment, first, second, 0);
        }
    }

    private Answer vote(JsonNode asked) {
        return here.approvals(Person.APPROVER).approveAsAsked(asked);
    }

    private String name(String id) {
        return here.credentials().get(id).expect(200).json().path("name").asText();
    }

    /** What has ended a request, as the events say. */
    private List<String> ends(String id, String request) {
        return there.events().ofCredential(id).stream()
                .filter(event -> event.at("/details/request").asText().equals(request))
                .map(event -> event.at("/details/action").asText())
                .filter(List.of("approve", "time-out")::contains)
                .toList();
    }
}
