package io.apicredentials.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * How long and with what is measured, from the properties {@code benchmark.*}.
 *
 * @param form which of the forms
 * @param users virtual users, each of which asks again as soon as it is answered
 * @param rounds how often each party has its turn
 * @param window for how long, each time
 * @param longestWarmUp after which measuring begins, whether the rates are steady or not
 * @param before the JAR of a version before, to be compared with
 * @param jdk the folder of the JDK of the servers, if not that of this process
 * @param corretto the JAR with native signatures, where it is to be compared
 * @param profile whether to say where the processor time of a token goes
 */
record BenchmarkSettings(
        Form form,
        int users,
        int rounds,
        Duration window,
        Duration longestWarmUp,
        Optional<Path> before,
        Optional<Path> jdk,
        Optional<Path> corretto,
        boolean profile) {

    private static final String PREFIX = "benchmark.";

    /** What is measured. */
    enum Form {
        /** Tokens and refusals without user events, on H2. */
        QUICK,
        /** Tokens on PostgreSQL: without and with user events, and with native signatures. */
        POSTGRES,
        /** Both, and thousands of credentials. */
        FULL,
        /** A token of one among a hundred thousand, on PostgreSQL. */
        MANY;

        boolean hasH2() {
            return this == QUICK || this == FULL;
        }

        boolean hasPostgres() {
            return this == POSTGRES || this == FULL;
        }
    }

    static BenchmarkSettings fromSystemProperties() {
        return new BenchmarkSettings(
                wantedForm(),
                number("users", 64),
                number("rounds", 100),
                Duration.ofSeconds(number("window", 60)),
                Duration.ofSeconds(number("warm-up", 900)),
                text("before").map(Path::of),
                text("jdk").map(Path::of),
                text("corretto").map(Path::of),
                isOn("profile"));
    }

    private static Form wantedForm() {
        if (isOn("full")) {
            return Form.FULL;
        }
        if (isOn("many")) {
            return Form.MANY;
        }
        return isOn("postgres") ? Form.POSTGRES : Form.QUICK;
    }

    /** The same for the first comparison on a server with PostgreSQL, whose code is not compiled yet. */
    BenchmarkSettings withLongWarmUp() {
        return new BenchmarkSettings(
                form, users, rounds, window, longestWarmUp.multipliedBy(3), before, jdk, corretto, profile);
    }

    /** The feature release of the servers' JDK, from the file in which each JDK says so. */
    int javaRelease() {
        return jdk.map(BenchmarkSettings::releaseOf)
                .orElseGet(() -> Runtime.version().feature());
    }

    private static int releaseOf(Path jdk) {
        try (Reader reader = Files.newBufferedReader(jdk.resolve("release"))) {
            Properties release = new Properties();
            release.load(reader);
            return Runtime.Version.parse(release.getProperty("JAVA_VERSION").replace("\"", ""))
                    .feature();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PREFIX + "jdk has to be the folder of a JDK.", unreadable);
        }
    }

    /** A run ends in any case. */
    private static int number(String name, int most) {
        return text(name)
                .filter(text -> text.matches("[1-9][0-9]{0,2}"))
                .map(Integer::valueOf)
                .filter(number -> number <= most)
                .orElseThrow(() -> new IllegalArgumentException(
                        PREFIX + name + " has to be a whole number from 1 to " + most + "."));
    }

    private static boolean isOn(String name) {
        return text(name).filter(value -> !value.equals("false")).isPresent();
    }

    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name)).filter(value -> !value.isBlank());
    }
}
