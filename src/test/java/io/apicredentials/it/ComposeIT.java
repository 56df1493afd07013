package io.apicredentials.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.apicredentials.deploy.ComposeProject;
import io.apicredentials.deploy.Tool;
import io.apicredentials.testing.BuildFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * All containers of {@code deploy/compose.yaml} to the first token, on machines with a Docker engine; all other tests do without. They
 * are a project of their own: one that was started from the folder itself stays as it is.
 */
final class ComposeIT {

    @Test
    void theScriptStartsAllContainersAndGetsAToken() throws IOException {
        assumeTrue(isThere(), "no Docker engine with Compose 2 answers on this machine");
        // An engine in a virtual machine has the folders of the user, but not always those for temporary files.
        Path folder = Files.createTempDirectory(Path.of("target"), "compose");
        ComposeProject project = ComposeProject.below(folder);
        Files.copy(
                BuildFiles.fromSystemProperties().providerJar(),
                Files.createDirectories(folder.resolve("target")).resolve("keycloak-api-credentials.jar"));
        Tool.of("bash").run(project.folder(), "prepare.sh").expectSuccess();
        try {
            String output = Tool.of("bash")
                    .run(project.folder(), project.environment(), "first-token.sh")
                    .expectSuccess();

            assertThat(output).contains("\"permission_set\": \"monitoring\"").endsWith("After it was disabled: 401\n");
        } finally {
            Tool docker = Tool.of("docker");
            docker.run(
                    project.folder(),
                    project.environment(),
                    "compose",
                    "--project-name",
                    project.name(),
                    "down",
                    "--volumes");
            docker.run(project.folder(), "image", "rm", project.image());
        }
    }

    private static boolean isThere() {
        return Tool.isThere("docker")
                && Tool.of("docker").run(Path.of("."), "info").status() == 0
                && Tool.of("docker").run(Path.of("."), "compose", "version").status() == 0;
    }
}
