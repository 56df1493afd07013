package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is seen of records that somebody has changed in the database, and what becomes of changes that cannot be recorded. */
final class AuditTableIT {

    private static final PostgresServer DATABASE =
            PostgresServer.start(BuildFiles.fromSystemProperties().serverFolder("postgres-audit"));

    private static KeycloakServer server;
    private static KeycloakServerBuilder onRestored;
    private static KeycloakServerBuilder onMoved;

    private final TestRealm realm = TestRealm.create(server, new RealmChange.None());
    private final String realmId =
            realm.admin().get("").expect(200).json().path("id").asText();
    private final ClientCredentials credential =
            realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));

    /** Each test has a realm with at least nine records. */
    AuditTableIT() {
        for (int i = 0; i < 4; i++) {
            realm.credentials().disable(credential.id()).expect(200);
            realm.credentials().enable(credential.id()).expect(200);
        }
        assertThat(verify().path("intact").asBoolean()).isTrue();
    }

    @BeforeAll
    static void start() {
        BuildFiles files = BuildFiles.fromSystemProperties();
        KeycloakServerBuilder builder = KeycloakServer.builder(files.keycloakHome(), files.serverFolder("audit"))
                .provider(files.providerJar())
                .production()
                .postgres(DATABASE.jdbcUrl(), PostgresServer.USER)
                .quickStart()
                .build();
        onRestored = BackupGuide.on(DATABASE, "restored", builder);
        onMoved = BackupGuide.on(DATABASE, "moved", builder);
        server = builder.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        DATABASE.close();
    }

    @Nested
    final class Locked extends LockedAuditTable {

        Locked() {
            super(DATABASE, server, realm, credential);
        }
    }

    @Nested
    final class Younger extends TimelineBeforeRecords {

        Younger() {
            super(DATABASE, realm, realmId, credential);
        }
    }

    @Nested
    final class Backup extends BackupGuide {

        Backup() {
            super(DATABASE, server, realm, credential);
        }

        @Override
        KeycloakServerBuilder restored() {
            return onRestored;
        }

        @Override
        KeycloakServerBuilder moved() {
            return onMoved;
        }
    }

    @Nested
    final class Lost extends LostAuditTable {

        Lost() {
            super(DATABASE, server, realm, credential);
        }
    }

    @Test
    void aRecordThatWasEditedIsNamed() {
        DATABASE.execute("update api_credential_audit set user_name = 'somebody' where " + at(4));

        assertBroken(4, "changed");
    }

    @Test
    void aRecordThatWasDeletedIsNamed() {
        DATABASE.execute("delete from api_credential_audit where " + at(4));

        assertBroken(4, "missing");
    }

    @Test
    void aRecordThatWasInsertedIsNamed() {
        DATABASE.execute("update api_credential_audit set seq = -seq - 1 where " + from(5)
                + "; update api_credential_audit set seq = -seq where seq < 0");
        DATABASE.execute(copy(4, "5"));

        assertBroken(5, "moved");
        DATABASE.execute("update api_credential_audit set way = 'timer' where " + at(5));
        assertBroken(5, "inserted");
    }

    @Test
    void aRecordAfterTheLastIsNamed() {
        long last = last();
        DATABASE.execute(copy(last, Long.toString(last + 1)));

        assertBroken(last + 1, "inserted");
    }

    @Test
    void recordsThatChangedPlacesAreNamed() {
        DATABASE.execute("update api_credential_audit set seq = -4 where " + at(4)
                + "; update api_credential_audit set seq = 4 where " + at(6)
                + "; update api_credential_audit set seq = 6 where seq = -4");

        assertBroken(4, "moved");
    }

    @Test
    void recordsThatWereCutOffAreNamed() {
        long last = last();
        DATABASE.execute("delete from api_credential_audit where " + from(last - 1));

        assertBroken(last - 1, "missing");
        realm.credentials().disable(credential.id()).expect(200);
        assertBroken(last - 1, "missing");
    }

    @Test
    void anEditOfTheHeadIsNamed() {
        DATABASE.execute("update api_credential_audit set digest = previous_digest where " + at(0));

        assertBroken(last(), "head");
    }

    /** Each of them locks the head of the chain; the first two race for making it. */
    @Test
    void changesAtTheSameMomentFollowEachOther() {
        TestRealm fresh = TestRealm.create(server, "race-");
        List<Integer> answers = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> fresh.credentials()
                        .create(CredentialRequests.of("wallets", "127.0.0.1").put("name", "Number " + i))
                        .status())
                .toList();

        assertThat(answers).containsOnly(201);
        JsonNode found = AuditRecords.of(fresh).verify();
        assertThat(found.path("intact").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.path("records").asInt()).isGreaterThanOrEqualTo(40);
    }

    /** Also where somebody writes it into a field that is there for something else. */
    @Test
    void noRecordHasASecret() {
        String secret = credential.clientSecret();
        ObjectNode update = CredentialRequests.of("wallets", "127.0.0.1").put("reason", "The secret is " + secret);
        update.remove("permissionSet");
        CredentialRequests.grant(update, "balances", "read", "org");
        realm.credentials().update(credential.id(), update).expect(200);
        realm.admin()
                .delete("api-credentials/" + credential.id() + "?reason=It+was+" + secret)
                .expect(204);

        assertThat(DATABASE.tablesWith(secret)).doesNotContain("api_credential_audit");
        assertThat(DATABASE.query(
                        "select count(*) from api_credential_audit where realm_id = ? and concat(state_before, state_after,"
                                + " details) similar to '%(v1\\$|hash|client.secret)%'",
                        realmId))
                .containsExactly("0");
        assertThat(AuditRecords.of(realm)
                        .of(credential.id())
                        .get(0)
                        .path("event.reason")
                        .asText())
                .startsWith("It was ");
    }

    private String at(long sequence) {
        return "realm_id = '" + realmId + "' and seq = " + sequence;
    }

    private String from(long sequence) {
        return "realm_id = '" + realmId + "' and seq >= " + sequence;
    }

    private String copy(long sequence, String place) {
        return "create temporary table copied as select * from api_credential_audit where " + at(sequence)
                + "; update copied set seq = " + place + "; insert into api_credential_audit select * from copied;"
                + " drop table copied";
    }

    private long last() {
        return Long.parseLong(DATABASE.query("select max(seq) from api_credential_audit where realm_id = ?", realmId)
                .get(0));
    }

    private JsonNode verify() {
        return AuditRecords.of(realm).verify();
    }

    private void assertBroken(long sequence, String fault) {
        JsonNode found = verify();
        assertThat(found.path("intact").asBoolean(true)).isFalse();
        assertThat(found.at("/broken/sequence").asLong()).as(found.toString()).isEqualTo(sequence);
        assertThat(found.at("/broken/fault").asText()).isEqualTo(fault);
    }
}
