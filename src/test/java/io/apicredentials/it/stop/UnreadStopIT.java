package io.apicredentials.it.stop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Patience;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caller that holds the connection and does not read, such as a pager that waits for a key. */
@KeycloakTest
final class UnreadStopIT {

    /** The lines are more than the client, the server and what is between them keep. */
    private static final int CREDENTIALS = 400;

    /** Each character is four bytes. */
    private static final String LONG_NAME = "\uD840\uDC00".repeat(50);

    /** With HTTP/2 the client says how much may be on the way. */
    private static final String WINDOW = "jdk.httpclient.windowsize";

    private final TestRealm realm;
    private final AdminApi api;
    private final String team = "Team " + UUID.randomUUID().toString().substring(0, 8);

    UnreadStopIT(KeycloakServer server) {
        this.realm = TestRealm.create(server, "unread-");
        this.api = realm.credentials();
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void stopsAllTheSame() throws Exception {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1").put("name", LONG_NAME);
        request.putObject("owner").put("team", team);
        for (int number = 0; number < CREDENTIALS; number++) {
            api.issue(request);
        }

        HttpResponse<InputStream> answer = begin();
        try (InputStream unread = answer.body()) {
            Await.seen("the end of a stop", () -> Optional.of(enabled()).filter("0"::equals));

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            String lines = new String(unread.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(lines.lines())
                    .hasSize(CREDENTIALS + 2)
                    .last()
                    .asString()
                    .contains("\"stopped\":" + CREDENTIALS, "\"complete\":true");
        }
    }

    private HttpResponse<InputStream> begin() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm.admin().url("api-credentials/emergency-stop")))
                .header("Authorization", "Bearer " + realm.token(Person.OWNER))
                .header("Content-Type", "application/json")
                .timeout(Patience.ANSWER)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"filter\":{\"owner\":\"" + team + "\"},\"reason\":\"A secret was published\"}"))
                .build();
        System.setProperty(WINDOW, "16384");
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        } finally {
            System.clearProperty(WINDOW);
        }
    }

    private String enabled() {
        return api.count(Fields.of("enabled", "true").and("owner", team))
                .expect(200)
                .body()
                .trim();
    }
}
