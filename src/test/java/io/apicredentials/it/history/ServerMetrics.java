package io.apicredentials.it.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.deploy.Expression;
import io.apicredentials.testing.Await;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a server with metrics says of credentials at its management port. */
abstract class ServerMetrics {

    private static final Pattern LISTENING = Pattern.compile("Management interface listening on (http://[^ ]+:[0-9]+)");

    private static final String ACCEPTED = "api_credential_uses_total{outcome=\"accepted\",reason=\"none\"}";
    private static final String REFUSED =
            "api_credential_uses_total{outcome=\"refused\",reason=\"address_not_allowed\"}";

    private static final String OVER_LIMIT = "api_credential_failures_over_limit_total";

    /** The least that the server of these tests warns of. */
    private static final int NORMAL = 60;

    /** Prometheus adds them to every series. */
    private static final Set<String> TARGET_LABELS = Set.of("instance", "job");

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

    @Test
    void failuresBeyondWhatIsNormalAreCounted() {
        double before = value(OVER_LIMIT);
        ClientCredentials wrong = new ClientCredentials("", credential.clientId(), "wrong");

        // A minute of the clock may begin meanwhile, so that more than are normal are needed.
        for (int attempt = 0; attempt < 2 * NORMAL + 1; attempt++) {
            realm.tokenEndpoint().request(wrong).expect(401);
        }

        assertThat(value(OVER_LIMIT)).isBetween(before + 1, before + NORMAL + 1);
    }

    /** The reasons and states too, so that a first refusal is seen as a change and not as a new series. */
    @Test
    void everythingThatAlertsAndTheDashboardAskForIsThere() {
        Map<String, List<String>> exported = scrape().stream()
                .filter(line -> line.startsWith("api_credential"))
                .collect(Collectors.groupingBy(line -> line.split("[{ ]", 2)[0]));

        assertThat(Stream.concat(Expression.ofAlerts().stream(), Expression.ofDashboard().stream()))
                .hasSizeGreaterThan(20)
                .allSatisfy(expression -> {
                    assertThat(expression.selectors()).isNotEmpty();
                    for (Expression.Selector selector : expression.selectors()) {
                        assertThat(exported).containsKey(selector.metric());
                        String lines = String.join("\n", exported.get(selector.metric()));
                        selector.labels()
                                .forEach((label, values) -> assertThat(values)
                                        .allSatisfy(value -> assertThat(lines).contains(label + "=\"" + value + "\"")));
                        assertThat(expression.grouping())
                                .allMatch(label -> TARGET_LABELS.contains(label) || lines.contains(label + "=\""));
                    }
                });
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
