package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.StopRun;
import io.apicredentials.testing.StopStream;
import io.apicredentials.testing.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An emergency stop in a cluster: whoever is asked, and whatever others are changing meanwhile. */
abstract class StopOnTwoNodes {

    private final PostgresServer database;
    private final TestRealm here;
    private final TestRealm there;
    private final String team = "Team " + UUID.randomUUID().toString().substring(0, 8);
    private final String owned = "{\"owner\":\"" + team + "\"}";

    StopOnTwoNodes(PostgresServer database, TestRealm here, TestRealm there) {
        this.database = database;
        this.here = here;
        this.there = there;
    }

    @Test
    void afterItNoneGetsATokenOnEitherNode() {
        List<ClientCredentials> credentials = issue(25);
        credentials.forEach(each -> there.tokenEndpoint().request(each).expect(200));
        String token = there.tokenEndpoint().request(credentials.get(0)).accessToken();

        StopRun run = StopRun.revoking(here.credentials(), owned);

        assertThat(run.end().path("complete").asBoolean()).isTrue();
        credentials.forEach(each -> {
            assertThat(there.tokenEndpoint().request(each).status()).isEqualTo(401);
            assertThat(here.tokenEndpoint().request(each).status()).isEqualTo(401);
        });
        assertThat(there.isActive(token)).isFalse();
    }

    @Test
    void twoAtTheSameMomentStopEachOnce() {
        List<ClientCredentials> credentials = issue(45);
        try (RequestPairs pairs = new RequestPairs()) {
            String body = "{\"filter\":" + owned + ",\"revokeTokens\":true,\"reason\":\"Stopped by both\"}";

            RequestPairs.Pair answers = pairs.send(
                    () -> here.credentials().emergencyStop(body),
                    () -> there.credentials().emergencyStop(body),
                    0);

            List<String> stopped = new ArrayList<>(StopRun.of(answers.first()).ids("stopped"));
            stopped.addAll(StopRun.of(answers.second()).ids("stopped"));
            assertThat(stopped)
                    .containsExactlyInAnyOrderElementsOf(
                            credentials.stream().map(ClientCredentials::id).toList());
            assertThat(StopRun.of(answers.first()).end().path("complete").asBoolean())
                    .isTrue();
            assertThat(StopRun.of(answers.second()).end().path("complete").asBoolean())
                    .isTrue();
            for (ClientCredentials each : credentials) {
                assertThat(here.credentials()
                                .changes(each.id(), Fields.none())
                                .json()
                                .path("changes"))
                        .hasSize(2);
            }
        }
    }

    /** Which also shows that its lines are sent at once. */
    @Test
    void doesNotWaitForOneThatAnotherIsChangingBeforeItStopsTheOthers() throws SQLException {
        List<ClientCredentials> credentials = issue(3);
        try (Connection other = database.holdRow("client", credentials.get(0).id());
                StopStream stop = StopStream.open(here, owned)) {
            assertThat(stop.next().path("count").asInt()).isEqualTo(3);
            List<String> stopped = List.of(
                    stop.next().path("id").asText(), stop.next().path("id").asText());

            assertThat(stopped)
                    .containsExactlyInAnyOrder(
                            credentials.get(1).id(), credentials.get(2).id());
            assertThat(there.tokenEndpoint().request(credentials.get(1)).status())
                    .isEqualTo(401);
            assertThat(there.tokenEndpoint().request(credentials.get(0)).status())
                    .isEqualTo(200);
            other.rollback();
            assertThat(stop.next().path("id").asText())
                    .isEqualTo(credentials.get(0).id());
            assertThat(stop.next().path("complete").asBoolean()).isTrue();
            assertThat(there.tokenEndpoint().request(credentials.get(0)).status())
                    .isEqualTo(401);
        }
    }

    /** Which its first look does not see. */
    @Test
    void stopsOneThatIsBeingEnabledWhenItBegins() throws SQLException {
        ClientCredentials credential = issue(1).get(0);
        here.credentials().disable(credential.id()).expect(200);
        try (Connection other = database.holdRow("client", credential.id())) {
            other.createStatement().execute("update client set enabled = true where id = '" + credential.id() + "'");
            try (StopStream stop = StopStream.open(here, owned)) {
                assertThat(stop.next().path("count").asInt()).isZero();
                other.commit();

                assertThat(stop.next().path("id").asText()).isEqualTo(credential.id());
                assertThat(stop.next().path("complete").asBoolean()).isTrue();
            }
        }
        assertThat(database.query("select enabled from client where id = ?", credential.id()))
                .containsExactly("f");
    }

    @Test
    void goesOnWhenItsCallerHasLeft() throws SQLException {
        ClientCredentials credential = issue(1).get(0);
        try (Connection other = database.holdRow("client", credential.id())) {
            try (StopStream stop = StopStream.open(here, owned)) {
                assertThat(stop.next().path("count").asInt()).isEqualTo(1);
            }
            other.rollback();
        }

        Await.seen(
                "a stopped credential",
                () -> Optional.of(there.tokenEndpoint().request(credential)).filter(answer -> answer.status() == 401));
    }

    @Test
    void namesTheOneThatIsHeldForTooLong() throws SQLException {
        List<ClientCredentials> credentials = issue(2);
        try (Connection other = database.holdRow("client", credentials.get(0).id())) {
            StopRun run = StopRun.of(here.credentials(), owned);

            assertThat(run.ids("stopped")).containsExactly(credentials.get(1).id());
            assertNotStopped(run, credentials.get(0), "busy");
            other.rollback();
        }
        assertThat(StopRun.of(there.credentials(), owned).ids("stopped"))
                .containsExactly(credentials.get(0).id());
    }

    @Test
    void namesTheOneThatCannotBeStoppedAndStopsTheOthers() {
        List<ClientCredentials> credentials = issue(4);
        String id = credentials.get(0).id();
        String name = "refuse_" + id.replace("-", "_");
        database.execute("create function " + name + "() returns trigger language plpgsql as"
                + " $$ begin raise exception 'not this one'; end $$; create trigger " + name
                + " before update on client for each row when (new.id = '" + id + "') execute function " + name + "()");
        try {
            StopRun run = StopRun.of(here.credentials(), owned);

            assertThat(run.ids("stopped")).hasSize(3).doesNotContain(id);
            assertNotStopped(run, credentials.get(0), "failed");
        } finally {
            database.execute("drop function " + name + " cascade");
        }
        assertThat(StopRun.of(here.credentials(), owned).ids("stopped")).containsExactly(id);
        assertThat(there.tokenEndpoint().request(credentials.get(0)).status()).isEqualTo(401);
    }

    private static void assertNotStopped(StopRun run, ClientCredentials credential, String code) {
        assertThat(run.ids("not_stopped")).containsExactly(credential.id());
        assertThat(run.lines())
                .filteredOn(line -> line.has("code"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("code").asText()).isEqualTo(code));
        assertThat(run.end().path("notStopped").asInt()).isEqualTo(1);
        assertThat(run.end().path("complete").asBoolean(true)).isFalse();
    }

    private List<ClientCredentials> issue(int number) {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        request.putObject("owner").put("team", team);
        return IntStream.range(0, number)
                .mapToObj(each -> here.credentials().issue(request))
                .toList();
    }
}
