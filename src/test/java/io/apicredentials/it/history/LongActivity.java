package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The uses of a credential that is used from ten addresses in each hour of 400 days: 96,000 rows. */
abstract class LongActivity {

    /** Far more than it takes: about 55 ms of processor time for the activity, 36 of them of PostgreSQL's. Others may use the cores as well. */
    private static final Duration MOST = Duration.ofMillis(500);

    private final PostgresServer database;
    private final TestRealm realm;
    private final ClientCredentials credential;

    LongActivity(PostgresServer database, TestRealm realm, ClientCredentials credential) {
        this.database = database;
        this.realm = realm;
        this.credential = credential;
    }

    @Test
    void isAddedUpAtOnce() {
        long now = Instant.now().getEpochSecond() / 3600;
        database.execute("insert into api_credential_usage select '" + credential.id() + "', 'accepted', " + now
                + " - hour, 'secret', '203.0.113.' || address, 2, (" + now
                + " - hour) * cast(3600000 as bigint) + 1"
                + " from generate_series(1, 9600) hour, generate_series(1, 10) address; analyze api_credential_usage");
        Fields days =
                Fields.of("from", Instant.now().minus(Duration.ofDays(399)).toString());
        JsonNode activity =
                realm.credentials().activity(credential.id(), days).expect(200).json();

        // In the first hour of a day there is no use of that day.
        assertThat(activity.path("buckets")).hasSize((now - 1) / 24 == now / 24 ? 400 : 399);
        assertThat(activity.path("addresses")).hasSize(10);
        assertThat(activity.path("lastUsedAt").asText())
                .isEqualTo(Instant.ofEpochMilli((now - 1) * 3600000 + 1).toString());
        assertThat(typical(() ->
                        realm.credentials().activity(credential.id(), days).expect(200)))
                .as("activity")
                .isLessThan(MOST);
        assertThat(typical(() -> realm.credentials().secrets(credential.id()).expect(200)))
                .as("secrets")
                .isLessThan(MOST);
        assertThat(typical(() -> realm.credentials()
                        .lastUsed(Fields.of("id", credential.id()))
                        .expect(200)))
                .as("last use")
                .isLessThan(MOST);
    }

    /** Addresses beyond those that are named are added up, whatever their number. */
    @Test
    void namesTheAddressesWithMostUses() {
        long hour = Instant.now().getEpochSecond() / 3600 - 1;
        database.execute("insert into api_credential_usage select '" + credential.id() + "', 'accepted', " + hour
                + " - n / 60, 'secret', '10.0.' || n / 250 || '.' || n % 250, n, n from generate_series(1, 1000) n");

        JsonNode addresses = realm.credentials()
                .activity(credential.id(), Fields.none())
                .expect(200)
                .json()
                .path("addresses");

        assertThat(addresses).hasSize(201);
        assertThat(addresses.at("/0/accepted").asInt()).isEqualTo(1000);
        assertThat(addresses.at("/199/accepted").asInt()).isEqualTo(801);
        assertThat(addresses.at("/200/address").asText()).isEqualTo("others");
        assertThat(addresses.at("/200/accepted").asInt()).isEqualTo(800 * 801 / 2);
        assertThat(addresses.at("/200/lastAt").asText())
                .isEqualTo(Instant.ofEpochMilli(800).toString());
    }

    private static Duration typical(Supplier<Answer> question) {
        long[] times = new long[9];
        for (int round = 0; round < times.length; round++) {
            long before = System.nanoTime();
            Answer answer = question.get();
            times[round] = System.nanoTime() - before;
            assertThat(answer.status()).isEqualTo(200);
        }
        Arrays.sort(times);
        return Duration.ofNanos(times[times.length / 2]);
    }
}
