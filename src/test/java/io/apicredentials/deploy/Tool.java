package io.apicredentials.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that reads what we ship, as those who deploy it have it. A test is skipped where it is missing, unless the system property
 * {@code tools.required} is true, as in {@code .ci/run}.
 */
public final class Tool {

    private final List<String> command;

    private Tool(List<String> command) {
        this.command = command;
    }

    /** How it ended, and what it wrote to both of its outputs. */
    public record Result(int status, String output) {

        /** What it wrote, if it has ended well. */
        public String expectSuccess() {
            if (status != 0) {
                throw new AssertionError("status " + status + ": " + output);
            }
            return output;
        }
    }

    /** A program on the path, with its first arguments. */
    public static Tool of(String program, String... arguments) {
        boolean isRequired = Boolean.getBoolean("tools.required");
        assumeTrue(isRequired || isThere(program), program + " is not on the path");
        return new Tool(
                Stream.concat(Stream.of(program), Arrays.stream(arguments)).toList());
    }

    /** Whether a program is on the path. */
    public static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Runs it in a folder until it ends. */
    public Result run(Path folder, String... arguments) {
        return run(folder, Map.of(), arguments);
    }

    /** The same, with environment variables beside those that are there. */
    public Result run(Path folder, Map<String, String> environment, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(command.stream(), Arrays.stream(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot run " + command, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
