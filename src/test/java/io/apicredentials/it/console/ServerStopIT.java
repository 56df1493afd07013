package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A server that stops while somebody works in the console, and comes back. */
@KeycloakTest
@ConsoleTest
final class ServerStopIT {

    @Test
    void whatWasEnteredIsStillThereWhenTheServerIsBack(Consoles consoles) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        KeycloakServerBuilder builder = KeycloakServer.builder(files.keycloakHome(), files.serverFolder("stopped"))
                .provider(files.providerJar())
                .realm(files.demoRealm())
                .quickStart();
        KeycloakServer first = builder.start();
        TestRealm realm = new TestRealm(first, "demo");
        try {
            Console console = consoles.open(realm, Person.OWNER);
            Wizard wizard = Wizard.open(console)
                    .choose("Transactions")
                    .describe("Created in spite of it", "")
                    .limitTo("127.0.0.1")
                    .next();

            first.close();
            console.button("Generate credentials").click();
            assertThat(console.page().locator(".pf-v5-c-alert.pf-m-danger").first())
                    .isVisible();
            console.expectMishaps(mishap -> mishap.contains("ERR_CONNECTION_REFUSED"));
            assertThat(console.byTestId("review")).containsText("Created in spite of it");

            try (KeycloakServer second =
                    builder.keepData().port(URI.create(first.url()).getPort()).start()) {
                ClientCredentials secret = wizard.generate().copy();
                JsonNode claims = new TestRealm(second, "demo")
                        .tokenEndpoint()
                        .request(secret)
                        .claims();
                assertThat(claims.path("permissions")).hasSize(3);
            }
        } finally {
            first.close();
        }
    }
}
