package io.apicredentials.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Patience;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a program with Spring that calls an API: it asks for a token once, and again where the API refuses it. */
@KeycloakTest
final class SpringClientIT {

    private static final Path JAR = Example.EXAMPLES.resolve("spring-client/target/ledger.jar");

    @TempDir
    private Path folder;

    @BeforeEach
    void requireInstalled() {
        new Example("spring-client", List.of(), "", List.of(JAR), "Run examples/build.sh.").requireInstalled();
    }

    @Test
    void itCallsTwiceWithOneToken(TestRealm realm) throws IOException, InterruptedException {
        ClientCredentials client = SampleCredential.MONITORING.credentials();
        try (BackingApi api = BackingApi.start()) {
            String output = run(realm, client, api);

            assertThat(output).contains("200 OK\n200 OK\n").doesNotContain(client.clientSecret());
            assertThat(api.authorizations()).hasSize(2);
            assertThat(Set.copyOf(api.authorizations()))
                    .singleElement()
                    .satisfies(headers -> assertIsActive(realm, headers));
            assertThat(realm.events().ofClient(client.clientId())).hasSize(1);
        }
    }

    @Test
    void itAsksForAnotherTokenWhereTheApiRefusesTheFirst(TestRealm realm) throws IOException, InterruptedException {
        ClientCredentials client = SampleCredential.TRANSACTIONS.credentials();
        try (BackingApi api = BackingApi.startAndRefuse(1)) {
            String output = run(realm, client, api);

            assertThat(output).contains("401 UNAUTHORIZED\n200 OK\n");
            assertThat(api.authorizations())
                    .hasSize(2)
                    .doesNotHaveDuplicates()
                    .allSatisfy(headers -> assertIsActive(realm, headers));
            assertThat(realm.events().ofClient(client.clientId())).hasSize(2);
        }
    }

    /** Runs it to its end, and returns what it writes. */
    private String run(TestRealm realm, ClientCredentials client, BackingApi api)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder java = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-jar", JAR.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        java.environment()
                .putAll(Map.of(
                        "TOKEN_URL",
                        realm.url() + "/protocol/openid-connect/token",
                        "CLIENT_ID",
                        client.clientId(),
                        "CLIENT_SECRET",
                        client.clientSecret(),
                        "API_URL",
                        "http://127.0.0.1:" + api.port()));
        Process program = java.start();
        try {
            boolean hasEnded = program.waitFor(Patience.PROGRAM.toMillis(), TimeUnit.MILLISECONDS);
            String written = Files.readString(output);
            assertThat(hasEnded).as(written).isTrue();
            assertThat(program.exitValue()).as(written).isZero();
            return written;
        } finally {
            program.destroyForcibly();
        }
    }

    private static void assertIsActive(TestRealm realm, List<String> headers) {
        assertThat(headers)
                .singleElement()
                .satisfies(header -> assertThat(realm.isActive(header.replace("Bearer ", "")))
                        .isTrue());
    }
}
