package io.apicredentials.it.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An installation from which the provider is removed for good, and to which it comes back when Keycloak's database user may not
 * create tables any more, so that somebody else makes them. What administrators run is taken from the documentation.
 */
final class DatabaseUserIT {

    private static final String PAGE = "configuration.md";
    private static final Guide REMOVAL = new Guide(PAGE, "Remove it for good");
    private static final Guide BY_SOMEBODY_ELSE = new Guide(PAGE, "Tables made by somebody else");

    private static final String OUR_TABLES = "select table_name from information_schema.tables"
            + " where table_name like '%api\\_cred%' order by table_name";

    private static final String TABLES = "api_credential_usage, api_credential_audit";

    private static final String USER = "keycloak";

    private static final PostgresServer DATABASE =
            PostgresServer.start(BuildFiles.fromSystemProperties().serverFolder("postgres-user"));

    private static KeycloakServer server;
    private static TestRealm realm;
    private static int stockAnswer;
    private static List<String> stockLog;
    private static List<String> leftBehind;
    private static List<String> refusedLog;
    private static List<String> manualLog;
    private static List<String> tablesBeforeTheFile;

    @BeforeAll
    static void removeAndBringBack(@TempDir Path folder) throws IOException {
        KeycloakServerBuilder all =
                builder("user-all", PostgresServer.USER).provider(jar()).build();
        try (KeycloakServer first = all.start()) {
            realm = TestRealm.create(first, new RealmChange.None());
            realm.tokenEndpoint()
                    .request(realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1")))
                    .expect(200);
            for (TestRealm each : List.of(realm, new TestRealm(first, "master"))) {
                REMOVAL.run(first, each, each.name() + "\n");
            }
        }
        DATABASE.execute(REMOVAL.code("sql"));
        leftBehind = DATABASE.query(OUR_TABLES);
        try (KeycloakServer stock =
                builder("user-stock", PostgresServer.USER).build().start()) {
            stockAnswer = new TestRealm(stock, realm.name())
                    .tokenEndpoint()
                    .introspect("none", TestRealm.RESOURCE_SERVER)
                    .status();
            stockLog = stock.wholeLog().lines();
        }

        DATABASE.execute("create role " + USER + " login; revoke create on schema public from public;"
                + " grant select, insert, update, delete on all tables in schema public to " + USER);
        refusedLog = logOfFailure(builder("user-few", USER).provider(jar()).buildOf(all));
        Path statements = folder.resolve("api-credentials.sql");
        manualLog = logOfFailure(builder("user-few", USER)
                .provider(jar())
                .option("--spi-connections-jpa--quarkus--migration-strategy=manual")
                .option("--spi-connections-jpa--quarkus--migration-export=" + statements)
                .buildOf(all));
        tablesBeforeTheFile = DATABASE.query(OUR_TABLES);
        DATABASE.execute(Files.readString(statements));
        DATABASE.execute(BY_SOMEBODY_ELSE.code("sql"));
        server = builder("user-few", USER).provider(jar()).buildOf(all).start();
        realm = new TestRealm(server, realm.name());
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    /** PostgreSQL has no such character. Keycloak answers that with 500, and to try again would not help. */
    @Test
    void aClientIdThatTheDatabaseRefusesIsNoOutage() {
        Fields form = Fields.of("grant_type", "client_credentials").and("client_id", "a\u0000b");

        assertThat(realm.tokenEndpoint().request(form, Fields.none()).status()).isNotEqualTo(503);
    }

    @Test
    void whatIsRemovedForGoodLeavesNoTableAndAStockServerThatWorks() {
        assertThat(leftBehind).isEmpty();
        assertThat(stockAnswer).isEqualTo(200);
        assertThat(stockLog)
                .isNotEmpty()
                .noneMatch(line -> line.contains(" ERROR ") || line.contains("api-credential"));
    }

    @Test
    void aUserWhoMayNotMakeTablesKeepsTheServerFromStarting() {
        assertThat(refusedLog)
                .anyMatch(line -> line.contains("ERROR") && line.contains("permission denied for schema public"))
                .anyMatch(line -> line.contains("CREATE TABLE public.databasechangelog_api_creden"));
    }

    @Test
    void theManualStrategyWritesTheStatementsAndMakesNothing() {
        assertThat(manualLog).anyMatch(line -> line.contains("Database not up-to-date, please migrate database with"));
        assertThat(tablesBeforeTheFile).isEmpty();
    }

    @Test
    void theStatementsMakeAllTablesAndNoteTheirChangeSets() {
        assertThat(DATABASE.query(OUR_TABLES))
                .containsExactly("api_credential_audit", "api_credential_usage", "databasechangelog_api_creden");
        assertThat(DATABASE.query("select id || ' ' || exectype from databasechangelog_api_creden order by 1"))
                .containsExactly(
                        "audit EXECUTED",
                        "audit-with-realm-of-user MARK_RAN",
                        "usage EXECUTED",
                        "usage-without-realm MARK_RAN");
    }

    @Test
    void usesAreCountedAndChangesAreRecordedInTablesOfSomebodyElse() {
        ClientCredentials credential = use();

        assertThat(activity(credential).path("recorded").asBoolean()).isTrue();
        assertThat(activity(credential).path("accepted").asInt()).isEqualTo(1);
        assertThat(AuditRecords.of(realm).operations(credential.id())).containsExactly("create");
        assertThat(AuditRecords.of(realm).verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void aUserWhoMayOnlyReadTheTablesGetsTokensAndNoChanges() {
        ClientCredentials credential = use();
        activity(credential);
        LogMark log = server.markLog();

        DATABASE.execute("revoke insert, update, delete on " + TABLES + " from " + USER);
        JsonNode meanwhile;
        int records;
        try {
            realm.tokenEndpoint().request(credential).expect(200);
            meanwhile = activity(credential);
            activity(credential);
            assertThat(refusedChange(credential)).isEqualTo("not_recorded");
            records = AuditRecords.of(realm).of(credential.id()).size();
        } finally {
            DATABASE.execute("grant insert, update, delete on " + TABLES + " to " + USER);
        }

        assertThat(meanwhile.path("recorded").asBoolean()).isFalse();
        assertThat(meanwhile.path("accepted").asInt()).isEqualTo(1);
        assertThat(records).isEqualTo(1);
        assertThat(warnings(log)).hasSize(1);
        assertThat(activity(credential).path("accepted").asInt()).isEqualTo(2);
        realm.credentials().disable(credential.id()).expect(200);
    }

    @Test
    void aUserWithoutAnyRightToTheTablesGetsTokensAndNoChanges() {
        ClientCredentials credential = use();
        LogMark log = server.markLog();

        DATABASE.execute("revoke all on " + TABLES + " from " + USER);
        try {
            realm.tokenEndpoint().request(credential).expect(200);
            assertThat(activity(credential).path("recorded").asBoolean()).isFalse();
            assertThat(refusedChange(credential)).isEqualTo("not_recorded");
        } finally {
            DATABASE.execute(BY_SOMEBODY_ELSE.code("sql"));
        }

        assertThat(warnings(log)).hasSize(1);
        assertThat(activity(credential).path("accepted").asInt()).isEqualTo(2);
    }

    /** A credential, after its first use. */
    private static ClientCredentials use() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        realm.tokenEndpoint().request(credential).expect(200);
        return credential;
    }

    private static JsonNode activity(ClientCredentials credential) {
        return realm.credentials()
                .activity(credential.id(), Fields.none())
                .expect(200)
                .json();
    }

    /** With which code. */
    private static String refusedChange(ClientCredentials credential) {
        return realm.credentials()
                .disable(credential.id())
                .expect(503)
                .json()
                .at("/errors/0/code")
                .asText();
    }

    private static List<String> warnings(LogMark log) {
        return log.lines().stream()
                .filter(line -> line.contains(" WARN  [io.apicredentials"))
                .toList();
    }

    private static List<String> logOfFailure(KeycloakServerBuilder builder) {
        assertThatThrownBy(builder::start).hasMessageContaining("Keycloak stopped with status 1");
        return builder.log();
    }

    private static KeycloakServerBuilder builder(String folder, String user) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        return KeycloakServer.builder(files.keycloakHome(), files.serverFolder(folder))
                .production()
                .postgres(DATABASE.jdbcUrl(), user)
                .quickStart();
    }

    private static Path jar() {
        return BuildFiles.fromSystemProperties().providerJar();
    }
}
