package io.apicredentials.benchmark.listing;

import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Says what the admin API costs in a realm with very many credentials, beside one with a hundred on the same server: in time, in
 * statements, and with the plans of PostgreSQL. It talks to servers that it has started itself, on the loopback interface, and stops
 * them at the end, also when it is interrupted.
 */
public final class ListingBenchmark {

    private static final int SMALL = 100;
    private static final int LARGE = 100_000;
    private static final int WARM_UP_ROUNDS = 15;
    private static final double LONG = 1_000;
    private static final double MOST = 3;
    private static final double MOST_OF_CREATION = 1.2;

    private final StatementLog log;
    private final Client client;
    private final SeededRealm small;
    private final SeededRealm large;

    private ListingBenchmark(PostgresServer database, Path postgresLog, KeycloakServer server) {
        this.log = new StatementLog(database, postgresLog);
        this.client = new Client(server.url());
        AdminClient admin = server.admin();
        this.small = SeededRealm.create(admin, "small", SMALL);
        this.large = SeededRealm.create(admin, "large", LARGE);
        Stream.of(small, large).forEach(realm -> realm.fill(database));
        Copies.settle(database);
        Stream.of(small, large).forEach(SeededRealm::forgetCached);
    }

    /**
     * Measures without and with the index.
     *
     * @param arguments the file with the index, and that of the report
     */
    public static void main(String... arguments) throws IOException {
        BuildFiles files = BuildFiles.fromSystemProperties();
        Path folder = files.serverFolder("listing-postgres");
        List<String> missed;
        try (PostgresServer database = PostgresServer.start(folder);
                KeycloakServer server = KeycloakServer.builder(files.keycloakHome(), files.serverFolder("listing"))
                        .provider(files.providerJar())
                        .production()
                        .postgres(database.jdbcUrl(), PostgresServer.USER)
                        .start()) {
            ListingBenchmark benchmark = new ListingBenchmark(database, folder.resolve("postgres.log"), server);
            List<Measurement> without = benchmark.measure();
            database.execute(Files.readString(Path.of(arguments[0])));
            database.execute("vacuum analyze client");
            List<Measurement> with = benchmark.measure();
            String tables = table("Without the index", without) + "\n" + table("With the index", with);
            System.out.println(tables);
            Path report = Path.of(arguments[1]);
            Files.writeString(report, tables + "\n" + benchmark.plans(with));
            System.out.println("The statements with their plans are in " + report);
            missed = with.stream()
                    .filter(measured -> !measured.isMet())
                    .map(Measurement::verdict)
                    .toList();
        }
        if (!missed.isEmpty()) {
            System.err.println(String.join("; ", missed));
            System.exit(1);
        }
    }

    private List<Measurement> measure() {
        Question.ALL.stream().filter(Question::isFlat).forEach(this::requireEqualPages);
        List<Question> warming = Question.ALL;
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            // What takes long is slow for another reason than that the server is not warm.
            warming = warming.stream()
                    .filter(question -> client.get(question.in(small)) + client.get(question.in(large)) < LONG)
                    .toList();
        }
        List<Measurement> measured = new ArrayList<>();
        for (Question question : Question.ALL) {
            measured.add(
                    measured(question.name(), realm -> client.get(question.in(realm)), question.isFlat() ? MOST : 0));
        }
        measured.add(measured(
                "count, after a creation",
                realm -> {
                    client.create(realm.path(), realm.newCredential());
                    return client.get(realm.path() + "/count");
                },
                0));
        measured.add(
                measured("creation", realm -> client.create(realm.path(), realm.newCredential()), MOST_OF_CREATION));
        return measured;
    }

    /** A page that is shorter in one realm is no comparison. */
    private void requireEqualPages(Question question) {
        OptionalInt inSmall = client.entries(question.in(small));
        OptionalInt inLarge = client.entries(question.in(large));
        if (!inSmall.equals(inLarge)) {
            throw new IllegalStateException(
                    question.name() + " has " + inSmall + " entries at " + SMALL + ", and " + inLarge + " at " + LARGE);
        }
    }

    private Measurement measured(String name, ToDoubleFunction<SeededRealm> request, double most) {
        Timing timing = Timing.of(small, large, request);
        log.start();
        List<String> inSmall = log.of(() -> request.applyAsDouble(small));
        List<String> inLarge = log.of(() -> request.applyAsDouble(large));
        log.end();
        return new Measurement(name, timing, inSmall, inLarge, most);
    }

    private static String table(String title, List<Measurement> measured) {
        StringBuilder table = new StringBuilder("### " + title + "\n\n")
                .append(String.format(Locale.ROOT, Measurement.HEAD, LARGE))
                .append('\n');
        measured.forEach(one -> table.append(one.line()).append('\n'));
        return table.toString();
    }

    private String plans(List<Measurement> measured) {
        StringBuilder plans = new StringBuilder();
        for (Measurement one : measured) {
            plans.append("### ").append(one.name()).append("\n\n");
            for (String statement : one.large()) {
                if (statement.startsWith("select ") && !statement.contains(" for ")) {
                    plans.append("```\n").append(statement).append('\n');
                    log.plan(statement).forEach(line -> plans.append(line).append('\n'));
                    plans.append("```\n\n");
                }
            }
        }
        return plans.toString();
    }
}
