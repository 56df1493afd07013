package io.apicredentials.benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakServer;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Says what a token costs, beside clients of Keycloak's own. Virtual users keep their connections and ask for whoever has
 * its turn, as soon as they are answered.
 *
 * <p>It fails when something is answered unexpectedly and when a target is missed.
 */
public final class TokenBenchmark extends Simulation {

    private static final Logger GATLING = Logger.getLogger("io.gatling");
    private static final String WINDOW = "window";
    private static final String STATUS = "status";
    private static final String MILLIS = "millis";

    private final BenchmarkSettings settings = BenchmarkSettings.fromSystemProperties();
    private final Programme programme;
    private final Stopwatch generator = new Stopwatch(ProcessHandle.current());

    /** Starts the servers, because all that Gatling is to do has to be known here. */
    public TokenBenchmark() {
        GATLING.setLevel(Level.WARNING);
        programme = Programme.prepare(BuildFiles.fromSystemProperties(), settings);
        setUp(tokens().injectOpen(atOnceUsers(settings.users())))
                .protocols(http.localAddress(KeycloakServer.LOCALHOST)
                        .disableWarmUp()
                        .disableCaching());
    }

    private ScenarioBuilder tokens() {
        return scenario("tokens")
                .asLongAs(session -> programme.isOn())
                .on(exec(this::takeTurn)
                        .exec(http("token")
                                .post("#{url}")
                                .basicAuth("#{clientId}", "#{clientSecret}")
                                .formParam("grant_type", "client_credentials")
                                .check(
                                        status().saveAs(STATUS),
                                        responseTimeInMillis().saveAs(MILLIS)))
                        .exec(TokenBenchmark::record));
    }

    private Session takeTurn(Session session) {
        Window window = programme.window();
        ClientCredentials client = window.party().next();
        return session.set(WINDOW, window)
                .set("url", window.party().tokenUrl())
                .set("clientId", client.clientId())
                .set("clientSecret", client.clientSecret());
    }

    private static Session record(Session session) {
        Window window = session.get(WINDOW);
        if (session.contains(STATUS)) {
            window.answered(session.getInt(STATUS), session.getInt(MILLIS));
        } else {
            window.notAnswered();
        }
        return session.removeAll(STATUS, MILLIS).markAsSucceeded();
    }

    @Override
    public void before() {
        generator.start();
    }

    /**
     * Reports.
     *
     * @throws IllegalStateException when something was answered unexpectedly or a target was missed, which ends Gatling with
     *     an exit status
     */
    @Override
    public void after() {
        generator.stop();
        programme.close();
        System.out.printf(
                "%nEach line: %d virtual users for %d s. %s%n",
                settings.users(), settings.window().toSeconds(), programme.placement());
        System.out.printf("The load generator used %.0f %% of a core.%n%n", generator.processorShare() * 100);
        System.out.println(programme.report());
        List<String> problems = programme.problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
    }
}
