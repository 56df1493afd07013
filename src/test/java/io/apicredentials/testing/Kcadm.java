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

    /** Logs somebody in. */
    public static Kcadm login(KeycloakServer server, TestRealm realm, Person who) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        Path folder = files.serverFolder("kcadm");
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Kcadm kcadm = new Kcadm(files.keycloakHome().resolve("bin/kcadm.sh"), folder.resolve(realm.name() + ".config"));
        kcadm.run(
                "config",
                "credentials",
                "--server",
                server.url(),
                "--realm",
                realm.name(),
                "--user",
                who.username(),
                "--password",
                who.username());
        return kcadm;
    }

    /** Runs a command that must succeed, and returns what it writes to standard output. */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        command.add("--config");
        command.add(config.toString());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Path errors = Files.createTempFile(config.getParent(), "kcadm", ".err");
            Process process = builder.redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError(
                        "kcadm ended with status " + status + ": " + output + Files.readString(errors));
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
