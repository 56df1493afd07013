package io.apicredentials.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code prepare.sh} makes can be read by those who need it, is kept, and is looked at before containers start with it. */
final class PrepareTest {

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        folder = parent.resolve("deploy");
        Shipped.copyTo(folder);
    }

    @Test
    void othersOnTheMachineCanReadNeitherThePasswordsNorTheKey() throws IOException {
        prepare().expectSuccess();

        assertThat(permissions(".env")).isEqualTo("rw-------");
        assertThat(permissions("tls/tls.key")).isEqualTo("rw-r-----");
        assertThat(permissions("tls/tls.crt")).isEqualTo("rw-r--r--");
        assertThat(Files.readAllLines(folder.resolve(".env")))
                .contains("TLS_GROUP=" + Files.getAttribute(folder.resolve("tls/tls.key"), "unix:gid"))
                .filteredOn(line -> line.contains("PASSWORD="))
                .hasSize(3)
                .allMatch(line -> line.matches("\\w+=[0-9a-f]{48}"));
    }

    @Test
    void whatIsThereIsKeptAndNothingIsLeftBehind() throws IOException {
        prepare().expectSuccess();
        String variables = Files.readString(folder.resolve(".env"));
        String key = Files.readString(folder.resolve("tls/tls.key"));

        prepare().expectSuccess();

        assertThat(folder.resolve(".env")).hasContent(variables);
        assertThat(folder.resolve("tls/tls.key")).hasContent(key);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("new.")))
                    .isEmpty();
        }
    }

    @Test
    void aKeyWithoutItsCertificateIsNotReplaced() throws IOException {
        prepare().expectSuccess();
        Files.delete(folder.resolve("tls/tls.crt"));

        Tool.Result again = prepare();

        assertThat(again.status()).isNotZero();
        assertThat(again.output()).startsWith("deploy/tls/tls.crt is missing.");
        assertThat(folder.resolve("tls/tls.key")).exists();
    }

    @Test
    void aCertificateThatSoonEndsIsAnError() throws IOException {
        Files.createDirectory(folder.resolve("tls"));
        Tool.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost")
                .run(folder, "-keyout", "tls/tls.key", "-out", "tls/tls.crt")
                .expectSuccess();

        Tool.Result result = prepare();

        assertThat(result.status()).isNotZero();
        assertThat(result.output()).startsWith("The certificate deploy/tls/tls.crt ends within a day");
    }

    private Tool.Result prepare() {
        Tool.of("openssl");
        return Tool.of("bash").run(folder, "prepare.sh");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
