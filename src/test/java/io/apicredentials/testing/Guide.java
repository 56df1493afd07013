package io.apicredentials.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document with commands. They need bash, curl and jq, as those who follow it do.
 *
 * @param name of the file, below docs
 * @param headings of the sections that count, in the order of the document; none for all of it
 */
public record Guide(String name, List<String> headings) {

    private static final Path FOLDER = Path.of("docs");
    private static final Pattern COMMANDS = blocks("sh");

    /** One in docs/guides. */
    public Guide(String name) {
        this("guides/" + name, List.of());
    }

    /** Some sections of a document. */
    public Guide(String name, String first, String... others) {
        this(name, Stream.concat(Stream.of(first), Stream.of(others)).toList());
    }

    /**
     * Runs all its commands one after the other in one shell, as somebody who pastes them, but at another server and realm.
     *
     * @return what they write, without empty lines
     */
    public String run(KeycloakServer server, TestRealm realm) {
        return run(server, realm, "");
    }

    /**
     * The same, with questions.
     *
     * @param typed what is answered to them
     */
    public String run(KeycloakServer server, TestRealm realm, String typed) {
        return run(commands -> at(server, realm, commands), typed);
    }

    /** Commands for the demo realm as commands for another server and realm. */
    public static String at(KeycloakServer server, TestRealm realm, String commands) {
        return commands.replace("http://localhost:8080", server.url())
                .replace("realms/demo", "realms/" + realm.name())
                .replace("--realm demo", "--realm " + realm.name())
                .replace("-r demo", "-r " + realm.name())
                .replace("REALM_NAME=demo", "REALM_NAME=" + realm.name())
                // Files of the project, in whose folder some of them are given.
                .replace("python3 docs/", "python3 " + FOLDER.toAbsolutePath() + "/");
    }

    /** Runs its commands as they are somewhere else. */
    public String run(UnaryOperator<String> there) {
        return run(there, "");
    }

    private String run(UnaryOperator<String> there, String typed) {
        BuildFiles files = BuildFiles.fromSystemProperties();
        try {
            Path folder = Files.createDirectories(files.serverFolder("guide"));
            String commands = there.apply(all(COMMANDS));
            Path script = Files.writeString(folder.resolve("commands.sh"), commands);
            ProcessBuilder shell = new ProcessBuilder(List.of("bash", "-e", "-o", "pipefail", script.toString()))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            String path = files.keycloakHome().resolve("bin") + ":" + System.getenv("PATH");
            shell.environment().put("PATH", path);
            shell.environment().put("HOME", folder.toString());
            shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = shell.start();
            try (Writer keyboard = process.outputWriter(StandardCharsets.UTF_8)) {
                keyboard.write(typed);
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(name + " ended with an error: " + output);
            }
            // At its end kcadm.sh writes an empty line to its error output, before or after what the next one in a pipe
            // writes.
            return output.replaceAll("(?m)^\n", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    /**
     * All that it shows in another language than that of the commands.
     *
     * @param language as after the backticks, such as {@code sql}
     */
    public String code(String language) {
        try {
            return all(blocks(language));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** They may be in a list. */
    private static Pattern blocks(String language) {
        return Pattern.compile("(?s)\n *```" + language + "\n(.*?) *```\n");
    }

    private String all(Pattern blocks) throws IOException {
        String text = Files.readString(FOLDER.resolve(name));
        Stream<String> sections =
                headings.isEmpty() ? Stream.of(text) : headings.stream().map(heading -> section(text, heading));
        return sections.flatMap(section -> blocks.matcher(section).results())
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
    }

    private static String section(String text, String heading) {
        return text.split("(?m)^##+ " + Pattern.quote(heading) + "$", 2)[1].split("(?m)^##+ ", 2)[0];
    }
}
