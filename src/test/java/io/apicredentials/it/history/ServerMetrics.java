package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a server with metrics says of credentials at its management port. */
abstract class ServerMetrics {

    private static final Pattern LISTENING = Pattern.compile("Management interface listening on (http://[^ ]+:[0-9]+)");

    private static final String ACCEPTED = "api_credential_uses_total{outcome=\"accepted\",reason=\"none\"}";
    private static final String REFUSED =
            "api_credential_uses_total{outcome=\"refused\",reason=\"address_not_allowed\"}";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;

    ServerMetrics(KeycloakServer server, TestRealm realm, ClientCredentials credential) {
        this.server = server;
        this.realm = realm;
        this.credential = credential;
    }

    @Test
    void usesAreCountedByOutcomeAndReasonAndByNothingThatNamesACredential() {
        realm.tokenEndpoint().request(credential).expect(200);
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);
        double accepted = value(ACCEPTED);
        double refused = value(REFUSED);

        realm.tokenEndpoint().request(credential).expect(200);
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);

        assertThat(value(ACCEPTED)).isEqualTo(accepted + 1);
        assertThat(value(REFUSED)).isEqualTo(refused + 2);
        assertThat(scrape())
                .filteredOn(line -> line.startsWith("api_credential"))
                .noneMatch(line -> line.contains(credential.clientId())
                        || line.contains(credential.id())
                        || line.contains("127.0.0"));
    }

    @Test
    void usesThatWaitAreToldUntilTheyAreWritten() {
        realm.tokenEndpoint().request(credential).expect(200);
        assertThat(value("api_credential_uses_waiting")).isPositive();

        realm.credentials().activity(credential.id(), Fields.none()).expect(200);

        assertThat(value("api_credential_uses_waiting")).isZero();
        assertThat(value("api_credential_uses_written_age_seconds")).isBetween(0.0, 60.0);
    }

    @Test
    void credentialsAreCountedByStatus() {
        Await.seen(
                "credentials by status",
                () -> Optional.of(value("api_credential_credentials{status=\"enabled\"}"))
                        .filter(number -> number >= 1));
        assertThat(value("api_credential_credentials{status=\"expired\"}")).isZero();
        assertThat(value("api_credential_rotations_due")).isZero();
        assertThat(value("api_credential_approvals_waiting")).isZero();
    }

    private double value(String name) {
        List<String> lines = scrape();
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> Double.valueOf(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among "
                        + lines.stream()
                                .filter(line -> line.startsWith("api_credential"))
                                .toList()));
    }

    private List<String> scrape() {
        Matcher listening =
                LISTENING.matcher(String.join("\n", server.wholeLog().lines()));
        assertThat(listening.find()).isTrue();
        String url = listening.group(1).replace("0.0.0.0", KeycloakServer.LOCALHOST);
        return Http.from(KeycloakServer.LOCALHOST)
                .get(url + "/metrics", Fields.none())
                .expect(200)
                .body()
                .lines()
                .toList();
    }
}
