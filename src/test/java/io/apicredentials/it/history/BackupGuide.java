package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of the guide about backups: a server on a restored database, and another one to which its realm is moved then. */
abstract class BackupGuide {

    private static final String PAGE = "guides/backup-and-restore.md";
    private static final String ADDRESS = "postgresql://keycloak@localhost/keycloak";
    private static final Pattern EQUAL_COUNTS = Pattern.compile("(?m)^(client|api_credential_audit) (\\d+) \\2$");

    private final PostgresServer database;
    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;
    private final ClientCredentials rotated;
    private final String subject;

    BackupGuide(PostgresServer database, KeycloakServer server, TestRealm realm, ClientCredentials credential) {
        this.database = database;
        this.server = server;
        this.realm = realm;
        this.credential = credential;
        this.rotated = ClientCredentials.of(realm.credentials().rotate(credential.id(), "P7D"));
        this.subject = subject(realm);
        // Nothing of this use is in the memory of the server only.
        assertThat(accepted(realm)).isEqualTo(1);
    }

    /**
     * A server with the build of the one that all tests of the class have, which is not running yet.
     *
     * @param database of the same PostgreSQL
     */
    static KeycloakServerBuilder on(PostgresServer postgres, String database, KeycloakServerBuilder equal) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        return KeycloakServer.builder(files.keycloakHome(), home(database))
                .provider(files.providerJar())
                .production()
                .postgres(jdbcUrl(postgres, database), PostgresServer.USER)
                .quickStart()
                .buildOf(equal);
    }

    /** One on the database that the guide restores. */
    abstract KeycloakServerBuilder restored();

    /** One on another database, which is empty. */
    abstract KeycloakServerBuilder moved();

    @Test
    void credentialsAndTheirHistoryGoOnAfterARestoreAndAMove() {
        Tool.of("pg_dump");
        JsonNode head = AuditRecords.of(realm).verify().path("head");
        try {
            new Guide(PAGE, "Save the database").run(commands -> commands.replace(ADDRESS, address("postgres")));
            String counts =
                    new Guide(PAGE, "Restore it").run(commands -> "DATABASE=" + address("postgres") + "\n" + commands);
            assertThat(EQUAL_COUNTS.matcher(counts).results()).hasSize(2);
            // What is changed after the backup is lost.
            realm.credentials().disable(credential.id()).expect(200);
            try (KeycloakServer other = restored().start()) {
                head = goOn(new TestRealm(other, realm.name()), head, 1);
            }

            database.execute("create database moved");
            String moved = new Guide(PAGE, "Move a realm to another server")
                    .run(commands -> "export KC_DB=postgres KC_DB_USERNAME=" + PostgresServer.USER
                            + " JAVA_OPTS_APPEND=-XX:TieredStopAtLevel=1 DBUS_SYSTEM_BUS_ADDRESS=none:\n"
                            + "DATABASE=" + address("restored") + "\n"
                            + commands.replace("}/restored", "}/moved")
                                    .replace("--realm demo", "--realm " + realm.name())
                                    .replace("bin/kc.sh export", script("restored") + " export")
                                    .replace("bin/kc.sh import", script("moved") + " import"));
            assertThat(moved).endsWith("\nt\n");
            try (KeycloakServer other = moved().start()) {
                goOn(new TestRealm(other, realm.name()), head, 3);
            }
            bringInParts();
        } finally {
            database.execute("drop database if exists restored");
            database.execute("drop database if exists moved");
        }
    }

    /** The export of the restored server into the first one, which has no such realm any more. */
    private void bringInParts() {
        server.admin().delete("realms/" + realm.name()).expect(204);

        String output = new Guide(PAGE, "Bring credentials into an existing realm").run(server, realm);

        // Those of the sample realm are among them; each is a client and a user.
        assertThat(output).containsPattern("\\n\\d+ added, 0 skipped\\n");
        TestRealm there = new TestRealm(server, realm.name());
        assertThat(subject(there)).isEqualTo(subject);
        there.tokenEndpoint().request(rotated).expect(200);
        String id = there.admin().firstId("clients?clientId=" + credential.clientId());
        JsonNode record = AuditRecords.of(there).of(id).get(0);
        assertThat(record.path("event.action").asText()).isEqualTo("create");
        assertThat(record.path("api_credential.way").asText()).isEqualTo("import");
        assertThat(record.path("user.id").asText())
                .isEqualTo(server.admin().firstId("realms/master/users?username=admin"));
    }

    private String subject(TestRealm there) {
        return there.tokenEndpoint().request(credential).claims().path("sub").asText();
    }

    /**
     * Uses both secrets, and changes something.
     *
     * @param head of the records that are there
     * @param uses that are known
     * @return the head afterwards
     */
    private JsonNode goOn(TestRealm there, JsonNode head, int uses) {
        AuditRecords records = AuditRecords.of(there);
        assertThat(records.verify().path("intact").asBoolean()).isTrue();
        assertThat(records.verify().path("head")).isEqualTo(head);
        assertThat(accepted(there)).isEqualTo(uses);

        there.tokenEndpoint().request(credential).expect(200);
        there.tokenEndpoint().request(rotated).expect(200);
        there.credentials().disable(credential.id()).expect(200);
        there.credentials().enable(credential.id()).expect(200);

        assertThat(accepted(there)).isEqualTo(uses + 2);
        JsonNode after = records.verify();
        assertThat(after.path("intact").asBoolean()).as(after.toString()).isTrue();
        assertThat(after.at("/head/sequence").asLong())
                .isEqualTo(head.path("sequence").asLong() + 2);
        return after.path("head");
    }

    private int accepted(TestRealm there) {
        return there.credentials()
                .activity(credential.id(), Fields.none())
                .expect(200)
                .json()
                .path("accepted")
                .asInt();
    }

    private String address(String name) {
        return jdbcUrl(database, name).replace("jdbc:postgresql://", "postgresql://" + PostgresServer.USER + "@");
    }

    /** With the address of its database. */
    private String script(String name) {
        return "KC_DB_URL=" + jdbcUrl(database, name) + " " + home(name).resolve("bin/kc.sh");
    }

    private static String jdbcUrl(PostgresServer postgres, String database) {
        return postgres.jdbcUrl().replaceAll("[^/]+$", database);
    }

    private static Path home(String database) {
        return BuildFiles.fromSystemProperties().serverFolder("backup-" + database);
    }
}
