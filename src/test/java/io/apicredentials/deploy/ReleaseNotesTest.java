package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The release notes of a version are its section of the changelog. */
final class ReleaseNotesTest {

    private static final Path HERE = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void areTheSectionOfTheVersionAndNothingElse() throws IOException {
        assertThat(notes("0.2.0").expectSuccess())
                .isEqualTo("### Added\n\n- A new thing,\n  [explained](docs/x.md)\n\n### Fixed\n\n- Another\n");
    }

    @Test
    void theLastVersionEndsBeforeTheLinks() throws IOException {
        assertThat(notes("0.1.0").expectSuccess()).isEqualTo("- First\n");
    }

    @Test
    void aVersionIsNotTakenForOneThatBeginsLikeIt() throws IOException {
        assertThat(notes("0.1").status()).isNotZero();
        assertThat(notes("0.1").output()).isEqualTo("There is nothing about 0.1 in the changelog.\n");
    }

    @Test
    void anEmptySectionIsAnError() throws IOException {
        assertThat(notes("Unreleased").status()).isNotZero();
    }

    @Test
    void aSnapshotHasThoseOfWhatIsUnreleased() throws IOException {
        assertThat(notes("0.3.0-SNAPSHOT").output()).isEqualTo("There is nothing about Unreleased in the changelog.\n");
    }

    @Test
    void theProjectHasNotesForItsVersion() throws IOException {
        Matcher version = Pattern.compile("<version>(.+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Tool.of("bash", HERE + "/release/notes.sh")
                        .run(HERE, version.group(1))
                        .expectSuccess())
                .startsWith("### ");
    }

    private Tool.Result notes(String version) throws IOException {
        Path changelog = Files.writeString(folder.resolve("changelog.md"), """
                # Changelog

                ## [Unreleased]

                ## [0.2.0] - 2026-12-01

                ### Added

                - A new thing,
                  [explained](docs/x.md)

                ### Fixed

                - Another

                ## [0.1.0] - 2026-11-01

                - First

                [0.2.0]: compare/0.1.0...0.2.0
                """);
        return Tool.of("bash", HERE + "/release/notes.sh")
                .run(folder, Map.of("CHANGELOG", changelog.toString()), version);
    }
}
