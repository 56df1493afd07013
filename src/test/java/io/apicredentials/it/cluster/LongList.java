package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.StopRun;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Ten thousand credentials, each used on 30 days; then a thousand of them are stopped. */
abstract class LongList {

    private static final int CREDENTIALS = 10_000;
    private static final int OWNED = 1_000;
    private static final Duration MOST = Duration.ofMinutes(2);

    private final PostgresServer database;
    private final TestRealm realm;

    /** @param realm that nobody else uses */
    LongList(PostgresServer database, TestRealm realm) {
        this.database = database;
        this.realm = realm;
    }

    @Test
    void isFilteredSortedAndStopped() {
        ObjectNode request = CredentialRequests.of("wallets", "203.0.113.0/24");
        request.putObject("owner").put("team", "Many");
        ClientCredentials original = realm.credentials().issue(request);
        copy(original.id());
        AdminClient api = realm.admin(Person.OWNER).below("api-credentials");
        api.get("?max=1").expect(200);

        measure(api, "a page by name", "?max=20");
        measure(api, "a page by address", "?max=20&address=203.0.113.7");
        measure(api, "a page of none by address", "?max=20&address=192.0.2.1");
        measure(api, "a page by permission", "?max=20&permission=balances:read:vault");
        measure(api, "a number by address", "count?address=203.0.113.7");
        measure(api, "a page by last use", "?max=20&sort=lastUsed");
        measure(api, "a page by address and last use", "?max=20&sort=lastUsed&address=203.0.113.7");
        assertThat(api.get("count?address=203.0.113.7").json().asInt()).isGreaterThan(CREDENTIALS);
        List<String> page = ids(api, "?max=100&search=apicred-");
        assertThat(page).hasSize(100);
        measure(api, "the activity of a hundred", "activity?id=" + String.join("&id=", page));

        theEndIsTheSameFromBothEnds(api);

        long begin = System.nanoTime();
        StopRun run = StopRun.of(realm.credentials(), "{\"owner\":\"Many\"}");
        Duration stop = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(run.end().path("complete").asBoolean()).isTrue();
        assertThat(run.ids("stopped")).hasSize(OWNED + 1);
        assertThat(stop).as("a stop of %d", OWNED + 1).isLessThan(MOST);
    }

    /** A page near the end is read from there; with a filter that is true of all, from the top. */
    private static void theEndIsTheSameFromBothEnds(AdminClient api) {
        int count = api.get("count").expect(200).json().asInt();
        assertThat(api.get("count?enabled=true").expect(200).json().asInt()).isEqualTo(count);
        for (int first : List.of(count / 2 - 1, count / 2, count / 2 + 1, count - 20, count - 7, count - 1, count)) {
            String page = "?first=" + first + "&max=20";
            List<String> ids = ids(api, page);
            assertThat(ids).as(page).hasSize(Math.min(20, count - first)).isEqualTo(ids(api, page + "&enabled=true"));
        }
    }

    private static List<String> ids(AdminClient api, String path) {
        return StreamSupport.stream(api.get(path).expect(200).json().spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }

    private static void measure(AdminClient api, String what, String path) {
        long begin = System.nanoTime();
        api.get(path).expect(200);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(took).as(what).isLessThan(MOST);
    }

    /** Copies one, with everything that is stored of it and with uses; an owner is with the first of them only. */
    private void copy(String id) {
        String numbers = " generate_series(1, " + CREDENTIALS + ") n";
        String copied = "md5('" + id + "' || n)::uuid::text";
        database.execute("insert into client select (jsonb_populate_record(c, jsonb_build_object('id', " + copied
                + ", 'client_id', 'apicred-' || " + copied + "))).* from client c," + numbers + " where c.id = '" + id
                + "'");
        database.execute("insert into client_attributes (client_id, name, value) select " + copied
                + ", a.name, a.value from client_attributes a," + numbers + " where a.client_id = '" + id
                + "' and (n <= " + OWNED + " or a.name <> 'api.credential.owner-team')");
        database.execute("insert into api_credential_usage (credential_id, outcome, use_hour, secret_id, address,"
                + " uses, last_at) select " + copied + ", 'accepted', h, 's', '203.0.113.7', 7, h * 3600000 + n from "
                + numbers
                + ", generate_series(extract(epoch from now())::bigint / 3600 - 24 * 29,"
                + " extract(epoch from now())::bigint / 3600, 24) h");
        database.execute("analyze");
    }
}
