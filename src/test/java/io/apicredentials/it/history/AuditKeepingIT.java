package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Very many records: as a file, and pruned. It needs a server with little memory, whose database can be filled. */
final class AuditKeepingIT {

    private static final int MANY = 1_000_000;

    /** Readers that end in the middle. */
    private static final int LEAVING = 1_000;

    private static final PostgresServer DATABASE =
            PostgresServer.start(BuildFiles.fromSystemProperties().serverFolder("postgres-export"));

    private static KeycloakServer server;
    private static TestRealm kept;
    private static TestRealm headless;
    private static ClientCredentials credential;
    private static int last;

    private final TestRealm realm = TestRealm.create(server, new RealmChange.None());
    private final String realmId = id(realm);

    /** All records of a realm but the last become old while the server is away. */
    @BeforeAll
    static void startAgain() {
        BuildFiles files = BuildFiles.fromSystemProperties();
        KeycloakServerBuilder builder = KeycloakServer.builder(files.keycloakHome(), files.serverFolder("export"))
                .provider(files.providerJar())
                .production()
                .postgres(DATABASE.jdbcUrl(), PostgresServer.USER)
                .quickStart()
                .option("--spi-api-credentials--server--audit-retention=P30D")
                .environment("JAVA_OPTS_KC_HEAP", "-Xms192m -Xmx320m")
                .build();
        String name;
        String withoutHead;
        try (KeycloakServer first = builder.start()) {
            TestRealm there = TestRealm.create(first, new RealmChange.None());
            name = there.name();
            credential = there.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            there.credentials().disable(credential.id()).expect(200);
            there.credentials().enable(credential.id()).expect(200);
            there.credentials().disable(credential.id()).expect(200);
            assertThat(Integer.parseInt(count(removed(first)))).isGreaterThan(1);
            removeHead(removed(first));
            TestRealm other = TestRealm.create(first, new RealmChange.None());
            withoutHead = other.name();
            other.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
            DATABASE.execute("update api_credential_audit set recorded_at = 1000 where realm_id = '" + id(other) + "'");
            removeHead(id(other));
            last = Integer.parseInt(count(id(there))) - 1;
            DATABASE.execute("update api_credential_audit set recorded_at = 1000 where seq between 1 and " + (last - 1)
                    + " and realm_id = '" + id(there) + "'");
        }
        server = builder.start();
        kept = new TestRealm(server, name);
        headless = new TestRealm(server, withoutHead);
    }

    /** The id of a realm that is gone, and has records. */
    private static String removed(KeycloakServer first) {
        TestRealm gone = TestRealm.create(first, "gone-");
        gone.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        String id = id(gone);
        gone.close();
        return id;
    }

    private static void removeHead(String id) {
        DATABASE.execute("delete from api_credential_audit where seq = 0 and realm_id = '" + id + "'");
    }

    @Nested
    final class Readers extends ExportReaders {

        Readers() {
            super(DATABASE, server);
        }
    }

    @Test
    void oldRecordsAreRemovedAndTheRestIsRightFromThere() {
        JsonNode found = Await.seen(
                "pruned records",
                () -> Optional.of(AuditRecords.of(kept).verify()).filter(any -> any.has("pruned")));

        assertThat(found.path("intact").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.at("/pruned/sequence").asInt()).isEqualTo(last - 1);
        assertThat(AuditRecords.of(kept).operations(credential.id())).containsExactly("disable");
        kept.credentials().enable(credential.id()).expect(200);
        assertThat(AuditRecords.of(kept).verify().at("/head/sequence").asInt()).isEqualTo(last + 1);
    }

    @Test
    void recordsOfARealmThatIsGoneAreRemoved() {
        Await.seen(
                "no records without a realm",
                () -> Optional.of(DATABASE.query("select distinct realm_id from api_credential_audit"
                                + " where realm_id not in (select id from realm)"))
                        .filter(List::isEmpty));
    }

    /** The check names the number after its last record for as long as a record after that is kept. */
    @Test
    void aChainThatLostItsHeadIsLookedAfterAllTheSame() {
        Await.seen("only a head", () -> Optional.of(count(id(headless))).filter("1"::equals));

        assertThat(server.wholeLog().lines())
                .anyMatch(line -> line.contains("of the realm " + headless.name() + " end with number"));
        assertThat(AuditRecords.of(headless).verify().at("/broken/fault").asText())
                .isEqualTo("missing");
    }

    @Test
    void theEndOfEachChainIsInTheLogOnceADay() {
        String line = "The audit records of API credentials of the realm " + kept.name() + " end with number " + last
                + " and sha256:";

        assertThat(Await.seen(
                        "the end of the chain",
                        () -> Optional.of(server.wholeLog().lines().stream()
                                        .filter(any -> any.contains(line))
                                        .toList())
                                .filter(lines -> !lines.isEmpty())))
                .hasSize(1);
        assertThat(DATABASE.query(
                        "select count(*) from admin_event_entity where realm_id = ? and resource_path ="
                                + " 'api-credentials/audit'",
                        id(kept)))
                .containsExactly("1");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        DATABASE.close();
    }

    @Test
    void aMillionRecordsAreAFileAndAThousandReadersThatLeaveKeepNothingOpen() throws IOException {
        ClientCredentials created = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        // Without the row of the head.
        int records = Integer.parseInt(count(realmId)) - 1;
        DATABASE.execute("insert into api_credential_audit (realm_id, seq, recorded_at, operation, author_kind, way,"
                + " state_after, previous_digest, digest) select '" + realmId
                + "', 1000 + n, n, 'update', 'user', 'rest',"
                + " '{\"name\":\"" + "x".repeat(200) + "\"}', '-', '-' from generate_series(1, " + MANY + ") n");

        String token = realm.token(Person.OWNER);
        for (int i = 0; i < LEAVING; i++) {
            HttpURLConnection connection = openWhenThereIsAPlace(token);
            try (InputStream begun = connection.getInputStream()) {
                assertThat(begun.read()).isEqualTo('{');
                connection.disconnect();
            } catch (IOException broken) {
                // It is cut off by ourselves.
            }
        }
        long lines = 0;
        HttpURLConnection connection = openWhenThereIsAPlace(realm.token(Person.OWNER));
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            while (reader.readLine() != null) {
                lines++;
            }
        }

        assertThat(lines).isEqualTo(MANY + records);
        Await.seen(
                "no open transactions",
                () -> Optional.of(DATABASE.query(
                                "select pid from pg_stat_activity where state like 'idle in transaction%'"
                                        + " and now() - state_change > interval '5 seconds'"))
                        .filter(List::isEmpty));
        realm.credentials().disable(created.id()).expect(200);
        assertThat(server.wholeLog().lines()).noneMatch(line -> line.contains("OutOfMemory"));
    }

    /** Those who have left give theirs back as soon as the server has noticed. */
    private HttpURLConnection openWhenThereIsAPlace(String token) {
        return Await.seen("a place for an export", () -> {
            try {
                HttpURLConnection connection = open(token);
                return connection.getResponseCode() == 409 ? Optional.empty() : Optional.of(connection);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private HttpURLConnection open(String token) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(
                        server.url() + "/admin/realms/" + realm.name() + "/api-credentials/audit/export?format=ndjson")
                .toURL()
                .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        return connection;
    }

    private static String id(TestRealm of) {
        return of.admin().get("").expect(200).json().path("id").asText();
    }

    private static String count(String realm) {
        return DATABASE.query("select count(*) from api_credential_audit where realm_id = ?", realm)
                .get(0);
    }
}
