package io.apicredentials.it.gateway;

import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.Guide;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.LocalPort;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The commands by which the guide tries examples, run as they stand but at another server, realm and ports. */
final class TriedGuide {

    private final Path examples = BuildFiles.fromSystemProperties()
            .serverFolder("gateways")
            .resolve("guide")
            .toAbsolutePath();
    private final String port = Integer.toString(LocalPort.free());
    private final String portOfTheApi = Integer.toString(LocalPort.free());

    /** What the commands write. */
    String run(KeycloakServer server, TestRealm realm) {
        try {
            copy("express");
            copy("haproxy");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Guide("check-permissions.md")
                .run(commands -> withPorts(commands)
                        .replace("http://localhost:8080", server.url())
                        .replace("realms/demo", "realms/" + realm.name())
                        .replace("examples/", examples + "/"));
    }

    private void copy(String example) throws IOException {
        Path folder = Files.createDirectories(examples.resolve(example));
        List<Path> files;
        try (Stream<Path> all = Files.list(Example.EXAMPLES.resolve(example))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copied = folder.resolve(file.getFileName());
            if (file.toString().endsWith(".json")) {
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.writeString(copied, withPorts(Files.readString(file)));
            }
        }
    }

    private String withPorts(String text) {
        return text.replaceAll("\\b8081\\b", port).replaceAll("\\b8090\\b", portOfTheApi);
    }
}
