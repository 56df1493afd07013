package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Keycloak server is to be like; {@link #start} starts it. */
public final class KeycloakServerBuilder {

    private static final Pattern LISTENING = Pattern.compile("Listening on: http://\\S*:(\\d+)");

    private final ServerHome home;
    private final List<Path> providers = new ArrayList<>();
    private final List<Path> realms = new ArrayList<>();
    private final List<String> buildOptions = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private String database = "dev-file";
    private boolean production;
    private List<String> cache = List.of("--cache=local");
    private boolean built;
    private boolean keepData;
    private String host = KeycloakServer.LOCALHOST;
    private int port;

    KeycloakServerBuilder(Path distribution, Path folder) {
        home = new ServerHome(distribution.toAbsolutePath(), folder.toAbsolutePath());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN);
        // No kind of bus: where there is none, Keycloak's build would wait ten seconds for the one of SSSD.
        environment.put("DBUS_SYSTEM_BUS_ADDRESS", "none:");
    }

    /** Adds a JAR to the providers; without any it is a stock Keycloak. */
    public KeycloakServerBuilder provider(Path jar) {
        providers.add(jar);
        return this;
    }

    /** Adds a file that is imported at the start, unless there is a realm of its name. */
    public KeycloakServerBuilder realm(Path file) {
        realms.add(file);
        return this;
    }

    /** Listens at this address or name of this machine instead of {@value KeycloakServer#LOCALHOST}. */
    public KeycloakServerBuilder host(String address) {
        host = address;
        return this;
    }

    /** Listens at this port instead of a free one. */
    public KeycloakServerBuilder port(int number) {
        port = number;
        return this;
    }

    /** Runs {@code kc.sh build} and {@code start --optimized} instead of {@code start-dev}. */
    public KeycloakServerBuilder production() {
        production = true;
        return this;
    }

    /**
     * Makes a production server one of a cluster, with all that are made so and have the same database. They talk by the
     * loopback interface only, at ports that are free.
     */
    public KeycloakServerBuilder clustered() {
        return clusteredAt(0);
    }

    /** The same at a port of one's choice, where the others look for it unless they are told another one. */
    public KeycloakServerBuilder clusteredAt(int port) {
        cache = List.of(
                "--cache=ispn",
                "--cache-embedded-network-bind-address=" + KeycloakServer.LOCALHOST,
                "--cache-embedded-network-bind-port=" + port);
        return this;
    }

    /** Keeps its data in this database, which asks for no password, instead of in a file of its own. */
    public KeycloakServerBuilder postgres(String jdbcUrl, String username) {
        database = "postgres";
        return option("--db-url=" + jdbcUrl).option("--db-username=" + username);
    }

    /** Adds an option such as {@code --features=...} that Keycloak takes when it is built. */
    public KeycloakServerBuilder buildOption(String option) {
        buildOptions.add(option);
        return this;
    }

    /** Adds an option such as {@code --log-level=...} that Keycloak takes when it starts. */
    public KeycloakServerBuilder option(String option) {
        options.add(option);
        return this;
    }

    /** Sets an environment variable of the server; what it inherits has none of Keycloak's or Java's. */
    public KeycloakServerBuilder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Leaves out the optimising compiler: the server starts in three quarters of the time, and serves more slowly. */
    public KeycloakServerBuilder quickStart() {
        return environment("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    }

    /** Goes on with the data that an earlier server left in the folder instead of starting empty. */
    public KeycloakServerBuilder keepData() {
        keepData = true;
        return this;
    }

    /** Runs {@code kc.sh build} of a production server already now, so that no start needs to. */
    public KeycloakServerBuilder build() {
        home.prepare(buildName(), providers, realms, keepData);
        emptyLog();
        runBuild();
        home.usable(buildName());
        built = true;
        return this;
    }

    /** Takes over what the builder of an equal server has built: this becomes another node of it. */
    public KeycloakServerBuilder buildOf(KeycloakServerBuilder equal) {
        home.copyFrom(equal.home);
        built = true;
        return this;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws IllegalStateException with the end of its log, when it does not start
     */
    public KeycloakServer start() {
        home.prepare(buildName(), providers, realms, keepData);
        emptyLog();
        if (production && !built) {
            runBuild();
        }
        ServerProcess server = run(startCommand());
        try {
            int actualPort = server.await("it was listening", this::listeningPort);
            String url = "http://" + (host.equals("0.0.0.0") ? KeycloakServer.LOCALHOST : host) + ":" + actualPort;
            server.await("it answered at " + url, () -> answers(url));
            home.usable(buildName());
            return new KeycloakServer(server, url, home.log());
        } catch (RuntimeException | Error failed) {
            server.close();
            throw failed;
        }
    }

    /** What the last start has written, also one that did not succeed. */
    public List<String> log() {
        return LogMark.atStartOf(home.log()).lines();
    }

    private void runBuild() {
        ServerProcess build = run(buildArguments("build"));
        build.awaitSuccess();
        build.close();
    }

    private Stream<String> buildArguments(String command) {
        return Stream.concat(Stream.of(command, "--db=" + database), buildOptions.stream());
    }

    /** Everything that decides about the build, but not what is in the providers: Keycloak looks after that itself. */
    private String buildName() {
        Stream<String> names = providers.stream().map(jar -> jar.getFileName().toString());
        return Stream.concat(buildArguments(production ? "build" : "start-dev"), names)
                .collect(Collectors.joining(" "));
    }

    private Stream<String> startCommand() {
        Stream<String> mode = production
                ? Stream.concat(
                        Stream.of("start", "--optimized", "--http-enabled=true", "--hostname-strict=false"),
                        cache.stream())
                : buildArguments("start-dev");
        Stream<String> address = Stream.of("--http-host=" + host, "--http-port=" + port);
        Stream<String> imports = realms.isEmpty() ? Stream.of() : Stream.of("--import-realm");
        return Stream.of(mode, address, imports, options.stream()).flatMap(arguments -> arguments);
    }

    private ServerProcess run(Stream<String> arguments) {
        List<String> command = Stream.concat(Stream.of("sh", home.script().toString()), arguments)
                .toList();
        return ServerProcess.start("Keycloak", command, environment, home.log());
    }

    private void emptyLog() {
        try {
            Files.writeString(home.log(), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** From the log, because only the server knows which port it got when it was to take a free one. */
    private Optional<Integer> listeningPort() {
        try {
            Matcher matcher = LISTENING.matcher(Files.readString(home.log()));
            return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Optional<Boolean> answers(String url) {
        try {
            int status = Http.from(KeycloakServer.LOCALHOST)
                    .get(url + "/realms/master", Fields.none())
                    .status();
            return status == 200 ? Optional.of(true) : Optional.empty();
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof ConnectException) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
