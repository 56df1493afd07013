package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.PostgresServer;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Readers of exports that stay and read nothing, and requests for exports that come to nothing. */
abstract class ExportReaders {

    /** More than fits between the server and a reader that reads nothing. */
    private static final int MANY = 100_000;

    private static final int MOST_OF_ONE_REALM = 4;

    private final TestRealm realm;
    private final AdminApi auditor;

    ExportReaders(PostgresServer database, KeycloakServer server) {
        this.realm = TestRealm.create(server, new RealmChange.None());
        this.auditor = realm.credentials(Person.AUDITOR);
        String realmId = realm.admin().get("").expect(200).json().path("id").asText();
        database.execute("insert into api_credential_audit (realm_id, seq, recorded_at, operation, author_kind, way,"
                + " state_after, previous_digest, digest) select '" + realmId
                + "', 1000 + n, n, 'update', 'user', 'rest', '{\"name\":\"" + "x".repeat(500)
                + "\"}', '-', '-' from generate_series(1, " + MANY + ") n");
    }

    @Test
    void whoStaysAndReadsNothingIsCutOffAndOnlySoManyHoldAThread() throws IOException {
        List<HttpURLConnection> stalled = new ArrayList<>();
        for (int i = 0; i < MOST_OF_ONE_REALM; i++) {
            HttpURLConnection connection = open();
            assertThat(connection.getInputStream().read()).isEqualTo('{');
            stalled.add(connection);
        }

        Answer refused = auditor.exportAudit(oneRecord()).expect(409);
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("exports_running");
        auditor.verifyAudit().expect(200);

        Await.seen(
                "a place that was given back",
                () -> Optional.of(auditor.exportAudit(oneRecord())).filter(answer -> answer.status() == 200));
        stalled.forEach(HttpURLConnection::disconnect);
    }

    @Test
    void requestsThatWriteNothingGiveTheirPlaceBack() {
        for (int i = 0; i < 2 * MOST_OF_ONE_REALM; i++) {
            assertThat(realm.admin(Person.AUDITOR)
                            .send("HEAD", "api-credentials/audit/export?to=1970-01-01T00:00:00.001Z", null)
                            .status())
                    .isEqualTo(200);
            auditor.exportAudit(Fields.of("format", "none")).expect(400);
        }
        auditor.exportAudit(oneRecord()).expect(200);
    }

    private static Fields oneRecord() {
        return Fields.of("to", "1970-01-01T00:00:00.002Z");
    }

    private HttpURLConnection open() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(realm.admin().url("api-credentials/audit/export"))
                        .toURL()
                        .openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + realm.token(Person.OWNER));
        return connection;
    }
}
