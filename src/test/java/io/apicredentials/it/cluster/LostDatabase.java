package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.BulkStream;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is answered while the database is away, and afterwards. */
abstract class LostDatabase {

    private static final int REQUESTS = 64;

    private final PostgresServer database;
    private final TestRealm here;
    private final TestRealm there;
    private final ClientCredentials credential;

    /** @param credential one in force in that realm, whose events are saved */
    LostDatabase(PostgresServer database, TestRealm here, TestRealm there, ClientCredentials credential) {
        this.database = database;
        this.here = here;
        this.there = there;
        this.credential = credential;
    }

    /** With and without saved events: a client that cannot be read, and a use that cannot be saved. */
    @Test
    void nobodyIsToldThatItsSecretIsWrong() {
        ClientCredentials unread = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        ClientCredentials unreadBefore = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        database.control().crash();
        try {
            isUnavailable(there.tokenEndpoint().request(unread));
            isUnavailable(there.tokenEndpoint().requestWithBasic(unread));
            isUnavailable(here.tokenEndpoint().request(credential));
        } finally {
            database.control().start();
        }
        awaitBoth();
        withoutEvents(() -> {
            isUnavailable(there.tokenEndpoint().request(unreadBefore));
            here.tokenEndpoint().request(credential).expect(200);
            Fields malformed = Fields.of("Authorization", "Basic JSU6JSU=");
            assertThat(there.tokenEndpoint()
                            .request(Fields.of("grant_type", "client_credentials"), malformed)
                            .status())
                    .isEqualTo(400);
        });
        there.tokenEndpoint().request(unreadBefore).expect(200);
    }

    @Test
    void administratorsAreToldToTryAgainAndNothingIsLost() {
        here.token(Person.OWNER);
        there.token(Person.OWNER);
        database.control().stop();
        try {
            List.of(here, there).forEach(node -> {
                isUnavailable(node.credentials().list(Fields.none()));
                isUnavailable(node.credentials().create(CredentialRequests.of("wallets", "127.0.0.1")));
                isUnavailable(node.credentials().disable(credential.id()));
                isUnavailable(node.credentials().rotate(credential.id(), "PT0S"));
            });
        } finally {
            database.control().start();
        }
        awaitBoth();
        assertThat(here.credentials()
                        .verifyAudit()
                        .expect(200)
                        .json()
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    /** Three lines in a row, and those that are in work meanwhile; none of them is there afterwards. */
    @Test
    void aBulkEndsAndSaysWhereToGoOn() {
        // The same realm is asked by way of each node.
        String name = "Of a lost bulk " + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1").put("name", name);
        try (BulkStream stream = BulkStream.open(here, Person.OWNER)) {
            stream.send(BulkStream.longLine(request));
            stream.expectAnAnswer();
            stream.next();
            assertThat(stream.next().path("event").asText()).isEqualTo("created");
            database.control().stop();
            try {
                stream.send((request + "\n").repeat(10));
                int next = 2;
                JsonNode line = stream.next();
                for (; line.has("line"); line = stream.next()) {
                    assertThat(line.path("event").asText()).isEqualTo("failed");
                    assertThat(line.path("line").asInt()).isEqualTo(next++);
                    assertThat(line.path("status").asInt()).isEqualTo(503);
                    assertThat(line.path("error").asText()).isEqualTo("temporarily_unavailable");
                }
                assertThat(next).isBetween(5, 8);
                assertThat(line.path("reason").asText()).isEqualTo("failing");
                assertThat(line.path("next").asInt()).isEqualTo(next);
            } finally {
                database.control().start();
            }
        }
        awaitBoth();
        assertThat(there.credentials()
                        .count(Fields.of("search", name))
                        .expect(200)
                        .json()
                        .asInt())
                .isEqualTo(1);
    }

    private void withoutEvents(Runnable test) {
        here.change(realm -> realm.put("eventsEnabled", false));
        // Both read the realm again; the credential that is asked for next stays unread.
        List.of(here, there)
                .forEach(node -> node.tokenEndpoint().request(credential).expect(200));
        try {
            database.control().crash();
            test.run();
        } finally {
            database.control().start();
            awaitBoth();
            here.change(realm -> realm.put("eventsEnabled", true));
        }
    }

    private static void isUnavailable(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.json().path("error").asText()).isEqualTo("temporarily_unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("xception").doesNotContain("jdbc");
    }

    /**
     * Waits until both work again, by themselves: each connection that the database has closed fails once, so that as many
     * requests at a time are sent as there may be connections.
     */
    private void awaitBoth() {
        ExecutorService threads = Executors.newFixedThreadPool(REQUESTS);
        try {
            List.of(here, there).forEach(node -> Await.seen("that it works again", () -> works(node, threads)));
        } finally {
            threads.shutdown();
        }
    }

    private Optional<Boolean> works(TestRealm node, ExecutorService threads) {
        List<CompletableFuture<Integer>> answers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> listed(node), threads))
                .limit(REQUESTS)
                .toList();
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).isSubsetOf(200, 503);
        return statuses.contains(503) ? Optional.empty() : Optional.of(true);
    }

    private static int listed(TestRealm node) {
        try {
            return node.credentials().list(Fields.none()).status();
        } catch (AssertionError notLoggedIn) {
            return 503;
        }
    }
}
