package io.apicredentials.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the Maven build made or unpacked for us, by the system properties that it sets.
 *
 * @param keycloakHome the unpacked Keycloak distribution, which nobody changes
 * @param providerJar our packaged provider
 * @param demoRealm the realm file of the demonstration
 */
public record BuildFiles(Path keycloakHome, Path providerJar, Path demoRealm) {

    /** Fails with a message that says what to do when a file is missing. */
    public BuildFiles {
        require(keycloakHome);
        require(providerJar);
        require(demoRealm);
    }

    /** Reads the properties {@code keycloak.home}, {@code provider.jar} and {@code demo.realm}. */
    public static BuildFiles fromSystemProperties() {
        return new BuildFiles(property("keycloak.home"), property("provider.jar"), property("demo.realm"));
    }

    /** The folder of everything that servers write: one for each server, and others in each fork of the tests. */
    public Path serverFolder(String name) {
        return keycloakHome
                .resolveSibling("servers")
                .resolve(System.getProperty("fork", "single"))
                .resolve(name);
    }

    private static Path property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The system property " + name + " is missing; Maven sets it: run mvn verify.");
        }
        return Path.of(value).toAbsolutePath();
    }

    private static void require(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("There is no " + file + "; Maven makes it: run mvn verify.");
        }
    }
}
