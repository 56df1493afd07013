package io.apicredentials.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.apicredentials.deploy.Shipped;
import io.apicredentials.deploy.Tool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** All containers of {@code deploy/compose.yaml} to the first token, on machines with a Docker engine; all other tests do without. */
final class ComposeIT {

    @Test
    void theScriptStartsAllContainersAndGetsAToken() {
        assumeTrue(isThere(), "no Docker engine with Compose 2 answers on this machine");
        try {
            String output =
                    Tool.of("bash").run(Shipped.FOLDER, "first-token.sh").expectSuccess();

            assertThat(output).contains("\"permission_set\": \"monitoring\"").endsWith("After it was disabled: 401\n");
        } finally {
            Tool.of("docker")
                    .run(Shipped.FOLDER, "compose", "down", "--volumes")
                    .expectSuccess();
        }
    }

    private static boolean isThere() {
        return Tool.isThere("docker")
                && Tool.of("docker").run(Path.of("."), "info").status() == 0
                && Tool.of("docker").run(Path.of("."), "compose", "version").status() == 0;
    }
}
