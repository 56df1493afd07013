package io.apicredentials.matrix;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak's command line for administrators, as the administrator of a server. */
final class Kcadm {

    private final KeycloakServer server;

    Kcadm(KeycloakServer server) {
        this.server = server;
    }

    /** How it ended, and what it wrote. */
    record Result(int status, String output) {}

    Result run(String... arguments) {
        String script = BuildFiles.fromSystemProperties()
                .keycloakHome()
                .resolve("bin/kcadm.sh")
                .toString();
        List<String> login = List.of(
                "--no-config",
                "--server",
                server.url(),
                "--realm",
                "master",
                "--user",
                KeycloakServer.ADMIN,
                "--password",
                KeycloakServer.ADMIN);
        List<String> command = Stream.of(List.of("sh", script), List.of(arguments), login)
                .flatMap(List::stream)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
