package io.apicredentials.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.SampleCredential;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of a program with Spring that calls an API: it asks for a token once, and the API gets it. */
@KeycloakTest
final class SpringClientIT {

    private static final Path JAR = Example.EXAMPLES.resolve("spring-client/target/ledger.jar");

    @Test
    void itCallsTwiceWithOneToken(TestRealm realm) throws IOException, InterruptedException {
        new Example("spring-client", List.of(), "", List.of(JAR), "Run examples/build.sh.").requireInstalled();
        ClientCredentials client = SampleCredential.MONITORING.credentials();
        try (BackingApi api = BackingApi.start()) {
            ProcessBuilder java = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java", "-jar", JAR.toString())
                    .redirectErrorStream(true);
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
            String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(program.waitFor()).as(output).isZero();
            assertThat(api.requests()).isEqualTo(2);
            assertThat(api.authorizations())
                    .singleElement()
                    .satisfies(header -> assertThat(realm.isActive(header.replace("Bearer ", "")))
                            .isTrue());
            assertThat(realm.events().ofClient(client.clientId())).hasSize(1);
            assertThat(output).doesNotContain(client.clientSecret());
        }
    }
}
