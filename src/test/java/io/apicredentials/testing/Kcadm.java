package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keycloak's command line for administrators, logged in to a realm, with a configuration file of its own. */
public final class Kcadm {

    private final Path script;
    private final Path config;

    private Kcadm(Path script, Path config) {
        this.script = script;
        this.config = config;
    }

    /** How a command ended, and what it wrote to both of its outputs. */
    public record Result(int status, String output) {}

    /** Logs somebody in. */
    public static Kcadm login(KeycloakServer server, TestRealm realm, Person who) {
        return login(server, realm.name(), Person.CLIENT_ID, who.username());
    }

    /** Logs the administrator of the server in. */
    public static Kcadm login(KeycloakServer server) {
        return login(server, "master", "admin-cli", KeycloakServer.ADMIN);
    }

    /** @param user whose password is the name */
    private static Kcadm login(KeycloakServer server, String realm, String client, String user) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        Path folder = files.serverFolder("kcadm");
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Kcadm kcadm = new Kcadm(files.keycloakHome().resolve("bin/kcadm.sh"), folder.resolve(realm + ".config"));
        kcadm.run(
                "config",
                "credentials",
                "--server",
                server.url(),
                "--realm",
                realm,
                "--client",
                client,
                "--user",
                user,
                "--password",
                user);
        return kcadm;
    }

    /** Runs a command that must succeed, and returns what it writes to standard output. */
    public String run(String... arguments) {
        return runWith("", arguments);
    }

    /** The same with a text at its standard input, for {@code -f -}. */
    public String runWith(String input, String... arguments) {
        try {
            Path errors = Files.createTempFile(config.getParent(), "kcadm", ".err");
            Path file = Files.writeString(Files.createTempFile(config.getParent(), "kcadm", ".in"), input);
            Result result = end(command(arguments).redirectInput(file.toFile()).redirectError(errors.toFile()));
            if (result.status != 0) {
                throw new AssertionError(
                        "kcadm ended with status " + result.status + ": " + result.output + Files.readString(errors));
            }
            return result.output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command that may be refused. */
    public Result attempt(String... arguments) {
        try {
            return end(command(arguments).redirectErrorStream(true));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        command.add("--config");
        command.add(config.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // It ends before the optimising compiler is of use.
        builder.environment().put("KC_OPTS", "-XX:TieredStopAtLevel=1");
        return builder;
    }

    private static Result end(ProcessBuilder builder) throws IOException {
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
