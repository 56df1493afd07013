package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link ClusterIT} shows, for secrets and their uses, links, settings and ends. */
abstract class SecretsOnTwoNodes {

    private final PostgresServer database;
    private final TestRealm here;
    private final TestRealm there;
    private final ClientCredentials credential;

    /** @param credential one that is in the caches of both nodes */
    SecretsOnTwoNodes(PostgresServer database, TestRealm here, TestRealm there, ClientCredentials credential) {
        this.database = database;
        this.here = here;
        this.there = there;
        this.credential = credential;
    }

    @Test
    void aRotationCountsOnTheOtherNode() {
        ClientCredentials second = ClientCredentials.of(here.credentials().rotate(credential.id(), "PT0S"));

        there.tokenEndpoint().request(second).expect(200);
        there.tokenEndpoint().request(credential).expect(401);
        assertThat(there.events().refusalOf(credential.clientId())).isEqualTo("secret_expired");
    }

    /** An answer has its node write first, so that both write the same row at the same moment. */
    @Test
    void usesOnBothNodesInTheSameHourAreAddedUp() {
        ClientCredentials used = here.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        try (RequestPairs pairs = new RequestPairs()) {
            for (int round = 0; round < 20; round++) {
                pairs.send(
                        () -> here.tokenEndpoint().request(used).expect(200),
                        () -> there.tokenEndpoint().request(used).expect(200),
                        0);
                pairs.send(() -> activity(here, used), () -> activity(there, used), 0);
            }
        }
        activity(there, used);

        JsonNode activity = activity(here, used).json();

        assertThat(activity.path("accepted").asInt()).isEqualTo(40);
        assertThat(activity.path("addresses")).hasSize(1);
    }

    private static Answer activity(TestRealm node, ClientCredentials used) {
        return node.credentials().activity(used.id(), Fields.none()).expect(200);
    }

    @Test
    void aSecretThatIsEndedIsRefusedOnTheOtherNode() {
        ClientCredentials second = ClientCredentials.of(here.credentials().rotate(credential.id(), "P7D"));
        there.tokenEndpoint().request(second).expect(200);
        there.tokenEndpoint().request(credential).expect(200);
        JsonNode secrets =
                there.credentials().secrets(credential.id()).expect(200).json().path("secrets");

        here.credentials()
                .endSecretByForce(credential.id(), secrets.at("/1/id").asText())
                .expect(204);

        there.tokenEndpoint().request(credential).expect(401);
        there.tokenEndpoint().request(second).expect(200);
    }

    @Test
    void settingsCountOnTheOtherNode() {
        String settings = "{\"audience\":[\"api\"],\"tokenLifespan\":600,\"owner\":{\"required\":true}}";
        String before = here.credentials().settings().expect(200).body();
        here.credentials().changeSettings(settings).expect(200);
        try {
            assertThat(there.credentials().settings().body()).isEqualTo(settings);
            JsonNode claims = there.tokenEndpoint().request(credential).claims();
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
                    .isEqualTo(600);
            assertThat(there.credentials()
                            .create(CredentialRequests.of("wallets", "127.0.0.1"))
                            .expect(400)
                            .json()
                            .at("/errors/0/code")
                            .asText())
                    .isEqualTo("owner_team_missing");
        } finally {
            here.credentials().changeSettings(before).expect(200);
        }
    }

    @Test
    void ofTwoAtTheSameMomentOnTwoNodesOneGetsTheSecret() {
        try (RequestPairs pairs = new RequestPairs()) {
            for (long delay : RequestPairs.delays(20)) {
                SecretLink one = SecretLink.create(here, "127.0.0.1", request -> {});
                // Links have the one address of the cluster, at which none of its nodes listens.
                Pair answers = pairs.send(one.at(here)::confirm, one.at(there)::confirm, delay);

                assertThat(answers.hasServerError()).as(answers.toString()).isFalse();
                assertThat(Stream.of(answers.first(), answers.second()).map(SecretLink::page))
                        .as("after %s microseconds", delay)
                        .containsExactlyInAnyOrder("secret", "reused");
                String secret = SecretLink.secret(answers.first()) + SecretLink.secret(answers.second());
                ClientCredentials pickedUp =
                        new ClientCredentials("", one.credential().clientId(), secret);
                here.tokenEndpoint().request(pickedUp).expect(200);
                there.tokenEndpoint().request(pickedUp).expect(200);
            }
        }
    }

    /** A request that has authenticated, and then waits until its credential has expired. */
    @Test
    void noTokenIsMadeForACredentialThatExpiresMeanwhile() throws SQLException {
        for (int seconds = 5; ; seconds *= 2) {
            Instant end = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
            ClientCredentials ending = here.credentials()
                    .issue(CredentialRequests.of("wallets", "127.0.0.1").put("expiresAt", end.toString()));
            // Its service account is read after the authentication, and nobody has read it before.
            try (Connection held = database.holdReadsOf("user_entity")) {
                CompletableFuture<Answer> answer =
                        CompletableFuture.supplyAsync(() -> here.tokenEndpoint().request(ending));
                while (database.waitingSessions() == 0 && !answer.isDone()) {
                    Thread.onSpinWait();
                }
                boolean hasAuthenticated = Instant.now().isBefore(end);
                while (Instant.now().isBefore(end)) {
                    Thread.onSpinWait();
                }
                held.rollback();
                assertThat(answer.join().status()).isEqualTo(401);
                assertThat(here.events().refusalOf(ending.clientId())).isEqualTo("expired");
                if (hasAuthenticated) {
                    return;
                }
            }
        }
    }
}
