package io.apicredentials.benchmark;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Keycloak in production mode.
 *
 * @param process the Java process, which is a descendant of this one
 */
record ServerUnderTest(KeycloakServer keycloak, ProcessHandle process) implements AutoCloseable {

    private static final int SERVER_CORE = 0;
    private static final int LOAD_CORE = 1;

    /** @param folder the name of the folder that it works in, of its own */
    static ServerUnderTest start(BuildFiles files, String folder, Path providerJar) {
        Set<ProcessHandle> others = javaProcesses().collect(Collectors.toSet());
        KeycloakServer keycloak = KeycloakServer.builder(files.keycloakHome(), files.serverFolder(folder))
                .provider(providerJar)
                .production()
                .start();
        ProcessHandle process = javaProcesses()
                .filter(started -> !others.contains(started))
                .findFirst()
                .orElseThrow();
        return new ServerUnderTest(keycloak, process);
    }

    /**
     * Gives the servers one core and this process another, if possible. Not before all have started, so that each JVM
     * configures itself as on a machine with more than one core.
     *
     * @return a sentence on what runs where
     */
    static String place(Stream<ServerUnderTest> servers) {
        boolean areApart = servers.allMatch(server -> Cores.pin(server.process, SERVER_CORE))
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
    }
}
