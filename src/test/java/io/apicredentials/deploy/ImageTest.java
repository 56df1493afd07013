package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.common.Version;

/** The image is of the Keycloak that the JAR is built for, pinned, and not run by root. */
final class ImageTest {

    private static final Pattern KEYCLOAK_VERSION = Pattern.compile("\\b26\\.\\d+\\.\\d+\\b");

    private final List<String> lines = Shipped.text("Dockerfile")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    @Test
    void bothStagesAreOfTheSamePinnedImage() {
        assertThat(lines).contains("ARG KEYCLOAK_VERSION=" + Version.VERSION);
        assertThat(lines.stream().filter(line -> line.startsWith("ARG KEYCLOAK_DIGEST=")))
                .singleElement()
                .asString()
                .matches("ARG KEYCLOAK_DIGEST=sha256:[0-9a-f]{64}");
        assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
                .hasSize(2)
                .allMatch(line ->
                        line.startsWith("FROM quay.io/keycloak/keycloak:${KEYCLOAK_VERSION}@${KEYCLOAK_DIGEST}"));
    }

    @Test
    void theServerIsBuiltBeforeAndNotRunByRoot() {
        assertThat(lines).contains("USER 1000", "CMD [\"start\", \"--optimized\"]");
        assertThat(lines.indexOf("USER 1000")).isGreaterThan(lines.lastIndexOf("COPY --from=build"));
        assertThat(lines).noneMatch(line -> line.matches("USER (root|0)\\b.*"));
    }

    /** The context has the JAR and nothing of the sources, the passwords and the keys. */
    @Test
    void onlyTheJarIsSentToTheEngine() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore")))
                .containsExactly("*", "!target/keycloak-api-credentials.jar", "!deploy/Dockerfile");
        assertThat(lines).contains("ARG JAR=target/keycloak-api-credentials.jar");
    }

    @Test
    void noFileNamesAnotherKeycloak() throws IOException {
        try (Stream<Path> files = Files.walk(Shipped.FOLDER)) {
            List<Path> texts = Stream.concat(
                            files.filter(Files::isRegularFile)
                                    .filter(file -> !file.toString().contains("tls")),
                            Stream.of(Path.of("docs/guides/containers.md")))
                    .toList();
            assertThat(texts)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(versionsIn(file)).allMatch(Version.VERSION::equals));
        }
    }

    private static List<String> versionsIn(Path file) {
        try {
            return KEYCLOAK_VERSION
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
