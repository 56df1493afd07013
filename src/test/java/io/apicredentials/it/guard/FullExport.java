package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file that {@code kc.sh export} makes of all realms of a server that has stopped, with their users. */
final class FullExport {

    private FullExport() {}

    static Path of(Path serverHome) throws IOException, InterruptedException {
        Path file = serverHome.resolve("export.json");
        // With the build of the server, which is there.
        List<String> command = new ArrayList<>(
                List.of("sh", serverHome.resolve("bin/kc.sh").toString(), "export", "--optimized", "--file=" + file));
        command.addAll(StoredRows.OPTIONS);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(serverHome.resolve("export.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        assertThat(builder.start().waitFor()).isZero();
        return file;
    }

    /**
     * The part of an export that is about one realm, as {@code kc.sh export --realm} writes it. A server does not start with
     * a master realm that it did not make, if it is to make an administrator.
     */
    static Path ofRealm(Path export, String name) throws IOException {
        for (JsonNode realm : Answer.parse(Files.readString(export))) {
            if (realm.path("realm").asText().equals(name)) {
                return Files.writeString(export.resolveSibling(name + ".json"), realm.toString());
            }
        }
        throw new AssertionError("no realm " + name + " in " + export);
    }
}
