package io.apicredentials.it.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.ServerChange;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A server that looks for notices every second, and says so in its log. Its database lets tests write what happened long
 * ago, and ends with the process of the tests.
 */
final class NoticeServer implements ServerChange {

    private static final class Database {

        private static final PostgresServer SERVER =
                PostgresServer.start(BuildFiles.fromSystemProperties().serverFolder("postgres-notices"));
    }

    static PostgresServer database() {
        return Database.SERVER;
    }

    /** Stores an attribute of a credential past every check, as a restored backup or an older server may have left it. */
    static void store(String id, String attribute, String text) {
        storeAtOnce(List.of(id), attribute, text);
    }

    /** Stores an attribute of several credentials at the same moment. */
    static void storeAtOnce(List<String> ids, String attribute, String text) {
        database()
                .execute("update client_attributes set value = '" + text + "' where name = 'api.credential." + attribute
                        + "' and client_id in ('" + String.join("', '", ids) + "')");
    }

    /** Adds one that is not there. */
    static void add(String id, String attribute, String text) {
        database()
                .execute("insert into client_attributes (client_id, name, value) values ('" + id + "', 'api.credential."
                        + attribute + "', '" + text + "')");
    }

    /** What is stored; empty when nothing is. */
    static String attribute(String id, String attribute) {
        return database()
                .query(
                        "select value from client_attributes where client_id = ? and name = ?",
                        id,
                        "api.credential." + attribute)
                .stream()
                .findFirst()
                .orElse("");
    }

    /** Lets the service account of a credential be as old as the credential says that it is. */
    static void makeAccount(String id, String at) {
        database()
                .execute("update user_entity set created_timestamp = "
                        + Instant.parse(at).toEpochMilli() + " where service_account_client_link = '" + id + "'");
    }

    /** Lets a realm know uses since an instant; empty for nobody knows. */
    static void knowUsesSince(TestRealm realm, String instant) {
        for (JsonNode scope : realm.admin().get("client-scopes").expect(200).json()) {
            if (scope.path("name").asText().equals("api-credential")) {
                ((ObjectNode) scope).withObject("/attributes").put("api.credential.uses-recorded-since", instant);
                // A look may write the same attribute at this moment.
                Await.seen(
                        "a written client scope",
                        () -> Optional.of(realm.admin()
                                        .put("client-scopes/" + scope.path("id").asText(), scope))
                                .filter(answer -> answer.status() == 204));
            }
        }
    }

    /** Lets this server have counted uses for so long. */
    static void countSince(TestRealm realm, Duration time) {
        write(realm);
        database()
                .execute("update api_credential_usage set last_at = "
                        + Instant.now().minus(time).toEpochMilli() + " where outcome = 'counting_began'");
    }

    /** Lets the uses of a credential so far have been so many days earlier. */
    static void moveUses(TestRealm realm, String id, int days) {
        write(realm);
        database()
                .execute("update api_credential_usage set use_hour = use_hour - 24 * " + days
                        + ", last_at = last_at - 86400000 * cast(" + days + " as bigint) where credential_id = '" + id
                        + "'");
    }

    /** Has the server write what it has counted. */
    private static void write(TestRealm realm) {
        realm.credentials().lastUsed(Fields.of("id", "any")).expect(200);
    }

    /** Lets the time of the requests about some credentials be over, at the same moment. */
    static void endTimeOfRequests(String... ids) {
        database()
                .execute("update client_attributes set value = " + ended() + " where name = 'api.credential.request'"
                        + " and client_id in ('" + String.join("', '", ids) + "')");
    }

    /** Lets the time of the request about the settings of a realm be over. */
    static void endTimeOfSettingsRequest(String realm) {
        database()
                .execute("update realm_attribute set value = " + ended()
                        + " where name = 'api.credential.settings-request'"
                        + " and realm_id = (select id from realm where name = '" + realm + "')");
    }

    private static String ended() {
        return "regexp_replace(value, '\"expiresAt\":\"[^\"]*\"', '\"expiresAt\":\"2026-01-01T00:00:00Z\"')";
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void apply(KeycloakServerBuilder server) {
        server.postgres(database().jdbcUrl(), PostgresServer.USER)
                .option("--spi-api-credentials--server--notice-interval=1")
                .option("--log-level=INFO,io.apicredentials:debug");
    }

    /** Waits until everything has been looked at that there is now: the first look to end may have begun before. */
    static void awaitLook(KeycloakServer server) {
        LogMark log = server.markLog();
        Await.seen(
                "two looks for notices",
                () -> Optional.of(log.lines().stream()
                                .filter(line -> line.contains("Looked for notices"))
                                .count())
                        .filter(looks -> looks >= 2));
    }
}
