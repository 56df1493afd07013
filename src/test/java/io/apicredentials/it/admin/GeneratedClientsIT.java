package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Patience;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that use clients that were generated from the OpenAPI document create, rotate and delete a credential. */
@KeycloakTest
final class GeneratedClientsIT {

    private static final Path JAVA_CLIENT = Path.of("target", "clients", "java", "src", "main", "java");
    private static final Path JAVA_PROGRAM = Path.of("src", "test", "resources", "clients", "RotateInJava.java");
    private static final Path CONSOLE = Path.of("themes");
    private static final Path BUNDLER = CONSOLE.resolve(Path.of("node_modules", "esbuild", "bin", "esbuild"));

    private final TestRealm realm;

    @TempDir
    private Path folder;

    GeneratedClientsIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void inJava() throws IOException, InterruptedException {
        String libraries = System.getProperty("java.class.path");
        List<String> compiler = new ArrayList<>(
                List.of(jdk("javac"), "-nowarn", "-proc:none", "-d", folder.toString(), "-classpath", libraries));
        compiler.add(JAVA_PROGRAM.toString());
        try (Stream<Path> sources = Files.walk(JAVA_CLIENT)) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compiler::add);
        }
        run(compiler);

        check(runWithRealm(jdk("java"), "-classpath", folder + ":" + libraries, "RotateInJava"));
    }

    @Test
    void inTypeScript() throws IOException, InterruptedException {
        assumeTrue(Files.exists(BUNDLER) || Boolean.getBoolean("browser.required"), "the console was not built");
        Path program = folder.resolve("rotate.mjs");
        run(List.of(
                BUNDLER.toString(),
                CONSOLE.resolve(Path.of("client", "rotate.ts")).toString(),
                "--bundle",
                "--platform=node",
                "--format=esm",
                "--outfile=" + program));

        check(runWithRealm("node", program.toString()));
    }

    /** What they tell, and what the server knows of it. */
    private void check(List<String> lines) {
        assertThat(lines).hasSize(3).element(0).asString().matches("created \\S+ apicred-\\S+ enabled");
        assertThat(lines.subList(1, 3)).containsExactly("rotated true 2", "deleted 404");
        String id = lines.get(0).split(" ", -1)[1];
        assertThat(realm.credentials()
                        .audit(Fields.of("credential", id))
                        .expect(200)
                        .json()
                        .path("records"))
                .extracting(record -> record.path("event.action").asText())
                .containsExactly("delete", "rotate-secret", "create");
    }

    private List<String> runWithRealm(String... program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Arrays.asList(program));
        command.add(realm.admin().url(""));
        command.add(realm.token(Person.OWNER));
        return run(command);
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean hasEnded = process.waitFor(Patience.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(hasEnded && process.exitValue() == 0).as(text).isTrue();
        return text.lines().toList();
    }

    private static String jdk(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }
}
