package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of a release, with a Maven that only notes that it was called, and fails. */
final class ReleaseScriptsTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        for (String script : new String[] {"build.sh", "test-against.sh"}) {
            Path copy = Files.createDirectories(folder.resolve("release")).resolve(script);
            Files.copy(Path.of("release", script), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                touch called
                mkdir -p target/failsafe-reports
                echo 'Tests run: 5, Failures: 1, Errors: 1, Skipped: 0' > target/failsafe-reports/new.txt
                exit 7
                """);
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aFailureIsCountedAndRemainsOne() throws IOException {
        Path reports = Files.createDirectories(folder.resolve("target/failsafe-reports"));
        Files.writeString(reports.resolve("old.txt"), "Tests run: 100, Failures: 0, Errors: 0, Skipped: 0\n");

        Tool.Result result = run("release/test-against.sh", "26.7.5");

        assertThat(result.output()).contains("Keycloak 26.7.5, JDK ", ": 3 passed, 2 failed, 0 skipped, ");
        assertThat(result.status()).isEqualTo(7);
    }

    @Test
    void whatIsNotCommittedIsNotReleased() {
        git("init", "--quiet");
        git("add", ".");
        git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "All");

        assertThat(run("release/build.sh").status()).isEqualTo(7);
        assertThat(folder.resolve("called")).exists();

        Tool.Result edited = run("release/build.sh");
        assertThat(edited.status()).isEqualTo(1);
        assertThat(edited.output()).startsWith("Commit this first, or remove it:\n?? called\n");
    }

    private Tool.Result run(String script, String... arguments) {
        return Tool.of("bash", script)
                .run(folder, Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH")), arguments);
    }

    private void git(String... arguments) {
        Tool.of("git").run(folder, arguments).expectSuccess();
    }
}
