package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AuditRecords;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is kept waiting by somebody who locks the table of audit records, or a row of it, and forgets to let go. */
abstract class LockedAuditTable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PostgresServer database;
    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;
    private final String realmId;

    LockedAuditTable(PostgresServer database, KeycloakServer server, TestRealm realm, ClientCredentials credential) {
        this.database = database;
        this.server = server;
        this.realm = realm;
        this.credential = credential;
        this.realmId = realm.admin().get("").expect(200).json().path("id").asText();
    }

    @Test
    void changesAreRefusedAfterAFewSecondsAndThoseOfOtherRealmsGoOn() throws SQLException {
        TestRealm other = TestRealm.create(server, new RealmChange.None());
        ClientCredentials elsewhere = other.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        LogMark log = server.markLog();
        try (Connection forgotten = holdHead()) {
            Instant before = Instant.now();
            Answer refused = realm.credentials().disable(credential.id()).expect(503);
            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("not_recorded");
            assertThat(Duration.between(before, Instant.now()))
                    .isBetween(PATIENCE.minusSeconds(1), PATIENCE.plusSeconds(5));
            Await.seen(
                    "the reason in the log",
                    () -> log.lines().stream()
                            .filter(line ->
                                    line.contains("or the row with SEQ 0 and REALM_ID " + realmId + ", for 5 s"))
                            .findAny());
            other.credentials().disable(elsewhere.id()).expect(200);
            realm.tokenEndpoint().request(credential).expect(200);
            forgotten.rollback();
        }
        realm.credentials().disable(credential.id()).expect(200);
        assertThat(AuditRecords.of(realm).verify().path("intact").asBoolean()).isTrue();
    }

    @Test
    void aLinkIsNotUsedUp() throws SQLException {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        try (Connection forgotten = holdHead()) {
            Answer refused = link.confirm().expect(503);
            assertThat(SecretLink.page(refused)).isEqualTo("not_recorded");
            assertThat(SecretLink.secret(refused)).isEmpty();
            assertThat(refused.header("Cache-Control")).contains("no-store");
            forgotten.rollback();
        }
        realm.tokenEndpoint().request(link.pickUp()).expect(200);
    }

    /** The request's own transaction is not open meanwhile: it would end with an error, when the check was done. */
    @Test
    void aCheckIsOneForEachRealmAndHoldsNoTransactionOfItsRequest() throws SQLException {
        realm.admin().send("POST", "clear-realm-cache", null).expect(204);
        realm.admin().send("POST", "clear-user-cache", null).expect(204);
        CompletableFuture<JsonNode> first;
        try (Connection locked = database.holdReadsOf("api_credential_audit")) {
            first = CompletableFuture.supplyAsync(AuditRecords.of(realm)::verify);
            Await.seen(
                    "a check that waits",
                    () -> Optional.of(database.waitingSessions()).filter(waiting -> waiting == 1));
            assertThat(openTransactions()).isEqualTo("1");

            Answer second = realm.credentials(Person.AUDITOR).verifyAudit().expect(409);

            assertThat(second.json().at("/errors/0/code").asText()).isEqualTo("verification_running");
            locked.rollback();
        }
        assertThat(first.join().path("intact").asBoolean()).isTrue();
        assertThat(AuditRecords.of(realm).verify().path("intact").asBoolean()).isTrue();
    }

    private Connection holdHead() {
        return database.holdRows("api_credential_audit where seq = 0 and realm_id = '" + realmId + "'");
    }

    /** With that of whoever locks the table. */
    private String openTransactions() {
        return database.query("select count(*) from pg_stat_activity where state like 'idle in transaction%'")
                .get(0);
    }
}
