package io.apicredentials.deploy;

import io.apicredentials.testing.LocalPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A copy of {@code deploy} for Compose that shares nothing with what else runs on the machine: the name of the project, and with it its
 * containers, networks and volumes, the image, the ports and the addresses are its own.
 *
 * @param folder the copy
 * @param name of the project
 * @param environment what makes it another project; Compose prefers this to what a file says
 */
public record ComposeProject(Path folder, String name, Map<String, String> environment) {

    /** Makes one below a folder. */
    public static ComposeProject below(Path parent) throws IOException {
        Path folder = parent.toAbsolutePath().resolve("deploy");
        Shipped.copyTo(folder);
        Files.copy(Path.of(".dockerignore"), folder.resolveSibling(".dockerignore"));
        long process = ProcessHandle.current().pid();
        String name = "api-credentials-test-" + process;
        int port = LocalPort.free();
        Map<String, String> environment = new TreeMap<>();
        // Somebody may have set it for another project.
        environment.put("COMPOSE_FILE", folder.resolve("compose.yaml").toString());
        environment.put("COMPOSE_PROJECT_NAME", name);
        environment.put("IMAGE", imageOf(name));
        environment.put("PUBLIC_ADDRESS", "127.0.0.1");
        environment.put("PUBLIC_PORT", Integer.toString(port));
        environment.put("PUBLIC_URL", "https://localhost:" + port);
        environment.put("GRAFANA_PORT", Integer.toString(LocalPort.free()));
        environment.put("NETWORK", "172.29." + process % 256);
        return new ComposeProject(folder, name, Map.copyOf(environment));
    }

    /** What its image is called. */
    public String image() {
        return imageOf(name);
    }

    private static String imageOf(String name) {
        return name + ":latest";
    }
}
