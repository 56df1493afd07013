package io.apicredentials.benchmark;

import io.apicredentials.testing.BuildFiles;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Compares an API credential with a stock client: one server, one run, the two in turn, since nothing but the ratio of
 * neighbouring measurements means anything on a machine that others use too. The property {@code benchmark.before} names
 * the JAR of a version before, which then has its turn too, on a server of its own that rests meanwhile.
 *
 * <p>It fails only when something is answered unexpectedly. Whether the targets are met is printed and never asserted.
 */
public final class TokenBenchmark extends Simulation {

    private static final Logger GATLING = Logger.getLogger("io.gatling");
    private static final Duration WARM_UP = Duration.ofSeconds(setting("benchmark.warm-up"));
    private static final Duration ROUND = Duration.ofSeconds(setting("benchmark.round"));
    private static final int ROUNDS = setting("benchmark.rounds");
    private static final int USERS = setting("benchmark.users");

    private final ServerUnderTest server;
    private final Optional<ServerUnderTest> before;
    private final String placement;
    private final Comparison withoutEvents;
    private final Comparison withEvents;
    private final Stopwatch generator = new Stopwatch(ProcessHandle.current());

    /** Starts the server, because Gatling wants to know the addresses and secrets of all requests here. */
    public TokenBenchmark() {
        GATLING.setLevel(Level.WARNING);
        BuildFiles files = BuildFiles.fromSystemProperties();
        server = ServerUnderTest.start(files, "benchmark", files.providerJar());
        before = Optional.ofNullable(System.getProperty("benchmark.before"))
                .filter(jar -> !jar.isBlank())
                .map(jar -> ServerUnderTest.start(files, "benchmark-before", Path.of(jar)));
        placement = ServerUnderTest.place(Stream.concat(Stream.of(server), before.stream()));
        withoutEvents = comparison("events-off", false, ROUNDS);
        withEvents = comparison("events-on", true, Math.max(1, ROUNDS / 2));
        // Most of what the second comparison needs is warm after the first.
        setUp(inTurn(Stream.concat(
                        withoutEvents.populations(WARM_UP, ROUND, USERS),
                        withEvents.populations(WARM_UP.dividedBy(4), ROUND, USERS))
                .toList()));
    }

    private Comparison comparison(String realm, boolean userEvents, int rounds) {
        return Comparison.plan(
                BenchmarkRealm.create(server, realm, userEvents),
                before.map(earlier -> BenchmarkRealm.create(earlier, realm, userEvents)),
                rounds);
    }

    /** Each begins when all virtual users of the one before have ended. */
    private static PopulationBuilder inTurn(List<PopulationBuilder> populations) {
        PopulationBuilder first = populations.get(0);
        return populations.size() == 1 ? first : first.andThen(inTurn(populations.subList(1, populations.size())));
    }

    @Override
    public void before() {
        generator.start();
    }

    /**
     * Reports.
     *
     * @throws IllegalStateException when something was answered unexpectedly, which ends Gatling with an exit status
     */
    @Override
    public void after() {
        generator.stop();
        server.close();
        before.ifPresent(ServerUnderTest::close);
        System.out.printf("%nEach line: %d virtual users for %d s. %s%n", USERS, ROUND.toSeconds(), placement);
        System.out.printf("The load generator used %.0f %% of a core.%n%n", generator.processorShare() * 100);
        System.out.println("### User events off\n\n" + Report.of(withoutEvents.rounds()));
        System.out.println("### User events on\n\n" + Report.of(withEvents.rounds()));
        List<String> problems = Stream.of(withoutEvents, withEvents)
                .flatMap(Comparison::problems)
                .toList();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The server did not answer as expected: " + String.join("; ", problems));
        }
    }

    private static int setting(String property) {
        return Math.max(1, Integer.getInteger(property, 1));
    }
}
