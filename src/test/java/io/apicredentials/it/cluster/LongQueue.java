package io.apicredentials.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Ten thousand requests that are open. */
abstract class LongQueue {

    private static final int REQUESTS = 10_000;
    private static final Duration MOST = Duration.ofMinutes(1);

    private final PostgresServer database;
    private final TestRealm realm;

    /** @param realm that nobody else uses */
    LongQueue(PostgresServer database, TestRealm realm) {
        this.database = database;
        this.realm = realm;
    }

    @Test
    void isReadInPages() {
        realm.requireApproval();
        copy(AwaitedCredential.asked(realm).path("id").asText());
        AdminClient approvals = realm.admin(Person.OWNER).below("api-credentials/approvals");
        approvals.get("count").expect(200);

        long begin = System.nanoTime();
        JsonNode page = approvals.get("?status=open&max=20").expect(200).json();
        long listed = System.nanoTime();
        int count = approvals.get("count?status=open").expect(200).json().asInt();
        long counted = System.nanoTime();

        assertThat(page).hasSize(20);
        assertThat(count).isEqualTo(REQUESTS + 1);
        assertThat(Duration.ofNanos(counted - begin))
                .as(
                        "%d ms for a page of 20, %d ms for their number",
                        (listed - begin) / 1_000_000, (counted - listed) / 1_000_000)
                .isLessThan(MOST);
    }

    /** Copies one that waits, with everything that is stored of it. */
    private void copy(String id) {
        String numbers = " generate_series(1, " + REQUESTS + ") n";
        String copied = "md5('" + id + "' || n)::uuid::text";
        database.execute("insert into client select (jsonb_populate_record(c, jsonb_build_object('id', " + copied
                + ", 'client_id', 'apicred-' || " + copied + "))).* from client c," + numbers + " where c.id = '" + id
                + "'");
        database.execute("insert into client_attributes (client_id, name, value) select " + copied
                + ", a.name, replace(a.value, '" + id + "', " + copied + ") from client_attributes a," + numbers
                + " where a.client_id = '" + id + "'");
    }
}
