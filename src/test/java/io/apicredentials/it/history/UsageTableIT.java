package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What becomes of counted uses when a server stops, is killed and starts, and when their table cannot be used. It needs a server
 * whose database can be changed, and that ends.
 */
final class UsageTableIT {

    /** Writes only when it is asked, or stops. */
    private static final String SELDOM = "--spi-api-credentials--server--usage-flush=3600";

    private static final PostgresServer DATABASE =
            PostgresServer.start(BuildFiles.fromSystemProperties().serverFolder("postgres-usage"));

    private static final List<String> FORGOTTEN = List.of("1000", "400000");

    private static KeycloakServer server;
    private static TestRealm realm;
    private static String writtenWhileRunning;
    private static String writtenAtTheEnd;
    private static String writtenWhenKilled;

    private ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

    @BeforeAll
    static void stopAndKill() {
        KeycloakServerBuilder builder = builder();
        ClientCredentials used;
        try (KeycloakServer first = builder.start()) {
            realm = TestRealm.create(first, new RealmChange.None());
            realm.change(settings -> settings.put("eventsEnabled", false));
            used = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            realm.tokenEndpoint().request(used).expect(200);
            writtenWhileRunning = uses(used);
        }
        writtenAtTheEnd = uses(used);
        FORGOTTEN.forEach(hour -> DATABASE.execute("insert into api_credential_usage values ('" + hour
                + "', 'accepted', " + hour + ", '-', '127.0.0.1', 'realm', 1, 1)"));
        try (KeycloakServer second = builder.start()) {
            TestRealm there = new TestRealm(second, realm.name());
            there.tokenEndpoint().request(used).expect(200);
            there.credentials().activity(used.id(), Fields.none()).expect(200);
            there.tokenEndpoint().request(used).expect(200);
            second.kill();
        }
        writtenWhenKilled = uses(used);
        server = builder.start();
        realm = new TestRealm(server, realm.name());
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    @Test
    void aServerThatStopsWritesWhatItHasCounted() {
        assertThat(writtenWhileRunning).isEqualTo("0");
        assertThat(writtenAtTheEnd).isEqualTo("1");
    }

    @Test
    void aServerThatIsKilledLosesWhatItHasNotWritten() {
        assertThat(writtenWhenKilled).isEqualTo("2");
    }

    @Test
    void countsThatAreOlderThanTheRetentionAreRemovedAndTheBeginningIsNot() {
        Await.seen(
                "no old counts",
                () -> Optional.of(DATABASE.query("select use_hour from api_credential_usage where use_hour < 400001"))
                        .filter(List::isEmpty));
        assertThat(DATABASE.query("select count(*) from api_credential_usage where outcome = 'counting_began'"))
                .containsExactly("1");
    }

    @Test
    void withoutTheTableTokensGoOnAndTheCountsComeWhenItIsBack() {
        LogMark log = server.markLog();
        DATABASE.execute("alter table api_credential_usage rename to elsewhere");
        JsonNode meanwhile;
        try {
            realm.tokenEndpoint().request(credential).expect(200);
            meanwhile = activity();
            realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);
            activity();
        } finally {
            DATABASE.execute("alter table elsewhere rename to api_credential_usage");
        }

        assertThat(meanwhile.path("recorded").asBoolean()).isFalse();
        assertThat(meanwhile.has("recordedSince")).isFalse();
        JsonNode after = activity();
        assertThat(after.path("recorded").asBoolean()).isTrue();
        assertThat(after.path("accepted").asInt()).isEqualTo(1);
        assertThat(after.path("refused").asInt()).isEqualTo(1);
        assertWarnedOnce(log);
    }

    @Test
    void whereTheTableIsReadOnlyTokensGoOnAndTheCountsComeWhenItIsNot() {
        LogMark log = server.markLog();
        DATABASE.execute("create function refuse_use() returns trigger language plpgsql as"
                + " $$ begin raise exception 'read-only'; end $$; create trigger refuse_use before insert or update"
                + " on api_credential_usage for each statement execute function refuse_use()");
        JsonNode meanwhile;
        try {
            realm.tokenEndpoint().request(credential).expect(200);
            meanwhile = activity();
            activity();
        } finally {
            DATABASE.execute("drop function refuse_use cascade");
        }

        assertThat(meanwhile.path("recorded").asBoolean()).isFalse();
        assertThat(meanwhile.path("accepted").asInt()).isZero();
        assertThat(activity().path("accepted").asInt()).isEqualTo(1);
        assertWarnedOnce(log);
    }

    @Test
    void withoutTheTableASecretIsEndedByForceOnly() {
        realm.credentials().rotate(credential.id(), "P7D").expect(201);
        String replaced = realm.credentials()
                .get(credential.id())
                .expect(200)
                .json()
                .at("/secrets/1/id")
                .asText();
        DATABASE.execute("alter table api_credential_usage rename to elsewhere");
        try {
            assertThat(realm.credentials()
                            .endSecret(credential.id(), replaced)
                            .expect(409)
                            .json()
                            .at("/errors/0/code")
                            .asText())
                    .isEqualTo("secret_use_unknown");
            realm.credentials().endSecretByForce(credential.id(), replaced).expect(204);
        } finally {
            DATABASE.execute("alter table elsewhere rename to api_credential_usage");
            // So that the server sees that it is back; a table that is missing again is warned of again.
            activity();
        }
    }

    /** Of a credential with 400 days of data; more than it is on a machine that does nothing else. */
    @Test
    void fourHundredDaysAreAddedUpAtOnce() {
        long now = Instant.now().getEpochSecond() / 3600;
        DATABASE.execute("insert into api_credential_usage select '" + credential.id() + "', 'accepted', " + now
                + " - hour, 'secret', '203.0.113.' || address, 'realm', 2, (" + now
                + " - hour) * cast(3600000 as bigint) + 1"
                + " from generate_series(1, 9600) hour, generate_series(1, 3) address; analyze api_credential_usage");
        Fields days =
                Fields.of("from", Instant.now().minus(Duration.ofDays(399)).toString());
        realm.credentials().activity(credential.id(), days).expect(200);

        long before = System.nanoTime();
        JsonNode activity =
                realm.credentials().activity(credential.id(), days).expect(200).json();
        Duration time = Duration.ofNanos(System.nanoTime() - before);

        System.out.println("400 days of activity: " + time.toMillis() + " ms");
        assertThat(activity.path("buckets")).hasSize(400);
        assertThat(activity.path("addresses")).hasSize(3);
        assertThat(activity.path("lastUsedAt").asText())
                .isEqualTo(Instant.ofEpochMilli((now - 1) * 3600000 + 1).toString());
        assertThat(time).isLessThan(Duration.ofSeconds(3));
    }

    private void assertWarnedOnce(LogMark log) {
        assertThat(log.lines())
                .filteredOn(line -> line.contains(" WARN  [io.apicredentials") || line.contains(" ERROR "))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("The table API_CREDENTIAL_USAGE cannot be used")
                        .contains("Tokens are issued as before"));
    }

    private JsonNode activity() {
        return realm.credentials()
                .activity(credential.id(), Fields.none())
                .expect(200)
                .json();
    }

    private static String uses(ClientCredentials credential) {
        return DATABASE.query(
                        "select coalesce(sum(uses), 0) from api_credential_usage where credential_id = ?",
                        credential.id())
                .get(0);
    }

    private static KeycloakServerBuilder builder() {
        BuildFiles files = BuildFiles.fromSystemProperties();
        return KeycloakServer.builder(files.keycloakHome(), files.serverFolder("usage"))
                .provider(files.providerJar())
                .production()
                .postgres(DATABASE.jdbcUrl(), PostgresServer.USER)
                .quickStart()
                .option(SELDOM)
                .option("--spi-api-credentials--server--usage-retention=P400D")
                .build();
    }
}
