package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.StopRun;
import io.apicredentials.testing.TestRealm;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of uses while it is not certain that all of them are in the table. */
abstract class UsesOfSilentServers {

    private static final Duration SOON = Duration.ofSeconds(6);

    private final PostgresServer database;
    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;

    UsesOfSilentServers(PostgresServer database, KeycloakServer server, TestRealm realm, ClientCredentials credential) {
        this.database = database;
        this.server = server;
        this.realm = realm;
        this.credential = credential;
    }

    @ParameterizedTest
    @CsvSource({"1, true", "10, false", "50, false", "70, true"})
    void aServerThatCountsAndDoesNotWriteMakesUsesUnknownForAnHour(int minutes, boolean areKnown) {
        long at = Instant.now().minus(Duration.ofMinutes(minutes)).toEpochMilli();
        database.execute("insert into api_credential_usage values ('-', 'counting', " + Long.MAX_VALUE
                + ", 'another-server', '-', 1, " + at + ")");
        try {
            assertThat(activity().has("recordedSince")).isEqualTo(areKnown);
        } finally {
            database.execute("delete from api_credential_usage where secret_id = 'another-server'");
        }
    }

    @Test
    void withoutTheTableASecretIsEndedByForceOnly() {
        String replaced = replacedSecret();
        database.execute("alter table api_credential_usage rename to elsewhere");
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
            database.execute("alter table elsewhere rename to api_credential_usage");
            // So that the server sees that it is back; a table that is missing again is warned of again.
            activity();
        }
    }

    /** Who asks before a stop or a disabling must not read that nothing was used. */
    @Test
    void withoutTheTableNobodyIsToldThatNothingWouldStop() {
        realm.tokenEndpoint().request(credential).expect(200);
        activity();
        JsonNode question = JsonNodeFactory.instance.objectNode().put("change", "disable");
        database.execute("alter table api_credential_usage rename to elsewhere");
        JsonNode uses;
        JsonNode answer;
        try {
            uses = StopRun.preview(realm.credentials(), "{\"all\":true}").path("uses");
            answer = realm.credentials()
                    .whatIf(credential.id(), question)
                    .expect(200)
                    .json();
        } finally {
            database.execute("alter table elsewhere rename to api_credential_usage");
            activity();
        }

        assertThat(uses.fieldNames()).toIterable().containsExactly("period");
        assertThat(uses.at("/period/recorded").asBoolean(true)).isFalse();
        assertThat(answer.at("/period/recorded").asBoolean(true)).isFalse();
        assertThat(answer.at("/period/complete").asBoolean(true)).isFalse();
        assertThat(StopRun.preview(realm.credentials(), "{\"all\":true}")
                        .at("/uses/accepted")
                        .asInt())
                .isPositive();
    }

    @Test
    void aLockedTableKeepsNobodyWaiting() throws SQLException {
        String replaced = replacedSecret();
        try (Connection locked = database.holdReadsOf("api_credential_usage")) {
            assertThat(locked.isClosed()).isFalse();
            realm.tokenEndpoint().request(credential).expect(200);
            long begin = System.nanoTime();
            JsonNode meanwhile = activity();
            long asked = System.nanoTime();
            realm.credentials().endSecret(credential.id(), replaced).expect(409);
            long refused = System.nanoTime();

            assertThat(meanwhile.path("recorded").asBoolean()).isFalse();
            assertThat(meanwhile.has("recordedSince")).isFalse();
            assertThat(Duration.ofNanos(asked - begin)).isLessThan(SOON);
            assertThat(Duration.ofNanos(refused - asked)).isLessThan(SOON);
        }
        assertThat(activity().path("accepted").asInt()).isEqualTo(1);
    }

    @Test
    void manyWhoAskAtOnceWaitForFewWrites() throws SQLException {
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        try (Connection locked = database.holdReadsOf("api_credential_usage")) {
            assertThat(locked.isClosed()).isFalse();
            for (int number = 0; number < 12; number++) {
                answers.add(CompletableFuture.supplyAsync(this::activity));
            }
            answers.forEach(CompletableFuture::join);
        }

        assertThat(activity().path("recorded").asBoolean()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }

    /** As on databases that look for a row first, and find none, while another server makes it. */
    @Test
    void aRowThatAnotherServerMakesAtTheSameMomentIsWrittenOnceMore() {
        LogMark log = server.markLog();
        database.execute("create sequence collisions; create function collide() returns trigger language plpgsql as"
                + " $$ begin if nextval('collisions') = 1 then raise unique_violation; end if; return null; end $$;"
                + " create trigger collide before insert on api_credential_usage for each statement"
                + " execute function collide()");
        try {
            realm.tokenEndpoint().request(credential).expect(200);
            assertThat(activity().path("accepted").asInt()).isEqualTo(1);
        } finally {
            database.execute("drop function collide cascade; drop sequence collisions");
        }
        assertThat(log.lines()).noneMatch(line -> line.contains(" WARN  [io.apicredentials"));
    }

    private String replacedSecret() {
        realm.credentials().rotate(credential.id(), "P7D").expect(201);
        return realm.credentials()
                .get(credential.id())
                .expect(200)
                .json()
                .at("/secrets/1/id")
                .asText();
    }

    private JsonNode activity() {
        return realm.credentials()
                .activity(credential.id(), Fields.none())
                .expect(200)
                .json();
    }
}
