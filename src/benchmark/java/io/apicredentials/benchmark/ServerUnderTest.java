package io.apicredentials.benchmark;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Keycloak in production mode, with its database.
 *
 * @param database what it is called
 * @param process the Java process, which is a descendant of this one
 * @param postgres where its data is; empty for H2 in the server's own process
 */
record ServerUnderTest(
        String database, KeycloakServer keycloak, ProcessHandle process, Optional<PostgresServer> postgres)
        implements AutoCloseable {

    private static final int SERVER_CORE = 0;
    private static final int LOAD_CORE = 1;

    /** Room for a hundred thousand credentials, which Keycloak's default of 512 MB has not. */
    private static final String HEAP = "-Xms64m -Xmx2g";

    /**
     * Starts one with its data in its own process.
     *
     * @param folder the name of the folder that it works in, of its own
     */
    static ServerUnderTest onH2(BuildFiles files, String folder, Path providerJar, Optional<Path> jdk) {
        return start("H2", builder(files, folder, providerJar, jdk), Optional.empty());
    }

    /**
     * Starts one, and a PostgreSQL for it.
     *
     * @param options of its start
     */
    static ServerUnderTest onPostgres(
            BuildFiles files, String folder, Path providerJar, Optional<Path> jdk, List<String> options) {
        return onPostgres(files, folder, builder(files, folder, providerJar, jdk), options);
    }

    /** The same with heap for as many credentials as are measured at most. */
    static ServerUnderTest onPostgresWithHeap(
            BuildFiles files, String folder, Path providerJar, Optional<Path> jdk, List<String> options) {
        return onPostgres(
                files,
                folder,
                builder(files, folder, providerJar, jdk).environment("JAVA_OPTS_KC_HEAP", HEAP),
                options);
    }

    /** The same with native signatures. */
    static ServerUnderTest onPostgresWithCorretto(
            BuildFiles files, String folder, Path providerJar, Path corretto, Optional<Path> jdk) {
        return onPostgres(
                files,
                folder,
                builder(files, folder, providerJar, jdk)
                        .provider(corretto)
                        .option("--spi-api-credentials--server--signing=corretto"));
    }

    private static ServerUnderTest onPostgres(
            BuildFiles files, String folder, KeycloakServerBuilder builder, List<String> options) {
        options.forEach(builder::option);
        return onPostgres(files, folder, builder);
    }

    private static ServerUnderTest onPostgres(BuildFiles files, String folder, KeycloakServerBuilder builder) {
        PostgresServer postgres = PostgresServer.start(postgresFolder(files, folder));
        return start("PostgreSQL", builder.postgres(postgres.jdbcUrl(), PostgresServer.USER), Optional.of(postgres));
    }

    /** Where the PostgreSQL of a server in a folder works. */
    static Path postgresFolder(BuildFiles files, String folder) {
        return files.serverFolder(folder + "-postgres");
    }

    private static KeycloakServerBuilder builder(
            BuildFiles files, String folder, Path providerJar, Optional<Path> jdk) {
        KeycloakServerBuilder builder = KeycloakServer.builder(files.keycloakHome(), files.serverFolder(folder))
                .provider(providerJar)
                .production();
        jdk.ifPresent(home -> builder.environment("JAVA_HOME", home.toString()));
        return builder;
    }

    private static ServerUnderTest start(
            String database, KeycloakServerBuilder builder, Optional<PostgresServer> postgres) {
        Set<ProcessHandle> others = javaProcesses().collect(Collectors.toSet());
        KeycloakServer keycloak = builder.start();
        ProcessHandle process = javaProcesses()
                .filter(started -> !others.contains(started))
                .findFirst()
                .orElseThrow();
        return new ServerUnderTest(database, keycloak, process, postgres);
    }

    /**
     * Gives the servers one core and this process another, if possible. Not before all have started, so that each JVM
     * configures itself as on a machine with more than one core. A PostgreSQL has both.
     *
     * @return a sentence on what runs where
     */
    static String place(List<ServerUnderTest> servers) {
        boolean areApart = servers.stream().allMatch(server -> Cores.pin(server.process, SERVER_CORE))
                && Cores.pin(ProcessHandle.current(), LOAD_CORE);
        return areApart
                ? "The server has one core, the load generator another."
                : "Server and load generator share all cores.";
    }

    private static Stream<ProcessHandle> javaProcesses() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"));
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.ifPresent(PostgresServer::close);
    }
}
