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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What becomes of counted uses when a server stops, is killed and starts, and when their table cannot be used. It needs a server
 * whose database can be changed, and that ends.
 */
final class UsageTableIT {

    /** Writes only when it is asked, or stops. */
    private static final String SELDOM = "--spi-api-credentials--server--usage-flush=PT1M";

    private static final PostgresServer DATABASE =
            PostgresServer.start(BuildFiles.fromSystemProperties().serverFolder("postgres-usage"));

    private static final List<String> FORGOTTEN = List.of("1000", "400000");

    private static KeycloakServer server;
    private static TestRealm realm;
    private static String writtenWhileRunning;
    private static String writtenAtTheEnd;
    private static String writtenWhenKilled;
    private static Instant startedAgain;

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
        EarlierTables.restore(DATABASE);
        FORGOTTEN.forEach(hour -> DATABASE.execute("insert into api_credential_usage values ('" + hour
                + "', 'accepted', " + hour + ", '-', '127.0.0.1', 1, 1)"));
        long hour = Instant.now().getEpochSecond() / 3600;
        // The second as of before a time in which no server ran.
        List.of(hour - 91 * 24, hour - 300 * 24)
                .forEach(old -> List.of("accepted", "disabled")
                        .forEach(outcome -> DATABASE.execute("insert into api_credential_usage values ('old', '"
                                + outcome + "', " + old + ", '-', '127.0.0.1', 1, 1)")));
        try (KeycloakServer second = builder.start()) {
            TestRealm there = new TestRealm(second, realm.name());
            there.tokenEndpoint().request(used).expect(200);
            there.credentials().activity(used.id(), Fields.none()).expect(200);
            there.tokenEndpoint().request(used).expect(200);
            second.kill();
        }
        writtenWhenKilled = uses(used);
        // As if nothing had been counted for two hours.
        DATABASE.execute("update api_credential_usage set last_at = last_at - 7200000 where outcome = 'counting'");
        startedAgain = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        server = builder.start();
        realm = new TestRealm(server, realm.name());
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    @Test
    void tablesOfEarlierBuildsAreTakenOver() {
        assertThat(EarlierTables.columns(DATABASE)).containsExactly("api_credential_audit.user_realm_id");
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
        assertThat(DATABASE.query("select outcome from api_credential_usage where credential_id = '-' and use_hour = "
                        + Long.MAX_VALUE + " and outcome <> 'counting' order by 1"))
                .containsExactly("counting_began", "counting_paused", "counts_removed");
    }

    @Test
    void theCountsOfACredentialAreRemovedWithIt() {
        realm.tokenEndpoint().request(credential).expect(200);
        activity();
        assertThat(uses(credential)).isEqualTo("1");

        realm.credentials().delete(credential.id()).expect(204);

        Await.seen("no counts", () -> Optional.of(uses(credential)).filter("0"::equals));
    }

    @Test
    void aTimeInWhichNothingWasCountedIsNotKnown() {
        assertThat(Instant.parse(activity().path("recordedSince").asText())).isBetween(startedAgain, Instant.now());
    }

    @Nested
    final class Pruned extends PrunedUses {

        Pruned() {
            super(DATABASE);
        }
    }

    @Nested
    final class OfYear extends LongActivity {

        OfYear() {
            super(DATABASE, realm, credential);
        }
    }

    @Nested
    final class Metrics extends ServerMetrics {

        Metrics() {
            super(server, realm, credential);
        }
    }

    @Nested
    final class KnownUses extends UsesOfSilentServers {

        KnownUses() {
            super(DATABASE, server, realm, credential);
        }
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
                .buildOption("--metrics-enabled=true")
                .option("--http-management-port=0")
                .option(SELDOM)
                .option("--spi-api-credentials--server--usage-retention=P400D")
                .build();
    }
}
