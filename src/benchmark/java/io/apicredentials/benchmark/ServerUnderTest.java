package io.apicredentials.benchmark;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;

/** A Keycloak in production mode, if possible on a processor core of its own. */
final class ServerUnderTest implements AutoCloseable {

    private final KeycloakServer keycloak;
    private final ProcessHandle process;
    private final boolean apart;

    private ServerUnderTest(KeycloakServer keycloak, ProcessHandle process, boolean apart) {
        this.keycloak = keycloak;
        this.process = process;
        this.apart = apart;
    }

    static ServerUnderTest start(BuildFiles files) {
        KeycloakServer keycloak = KeycloakServer.builder(files.keycloakHome(), files.serverFolder("benchmark"))
                .provider(files.providerJar())
                .production()
                .start();
        ProcessHandle process = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow();
        // Not before it has started, so that the JVM configures itself as on a machine with more than one core.
        boolean apart = Cores.pin(process, 0) && Cores.pin(ProcessHandle.current(), 1);
        return new ServerUnderTest(keycloak, process, apart);
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    ProcessHandle process() {
        return process;
    }

    /** A sentence on what runs where. */
    String placement() {
        return apart
                ? "The server has one core, the load generator another."
                : "Server and load generator share all cores.";
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
