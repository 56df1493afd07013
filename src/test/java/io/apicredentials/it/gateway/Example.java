package io.apicredentials.it.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.opentest4j.TestAbortedException;

/**
 * One way to protect an API, as users copy it from {@code examples}.
 *
 * @param name of it, and of its folder here
 * @param gateway whether it stands in front of an API, at {@code 127.0.0.1:8090}
 * @param files of the example and, where it is a part of a configuration only, of the rest of it
 * @param change of these files that the guide tells, or none
 * @param command in a shell in its folder; it starts what listens at {@code 127.0.0.1:8081}
 * @param needed what has to be installed
 * @param howToGet it, as a sentence
 */
record Example(
        String name,
        boolean gateway,
        List<Path> files,
        UnaryOperator<String> change,
        String command,
        List<Path> needed,
        String howToGet) {

    static final Path EXAMPLES = Path.of("examples");

    /** One that is an API itself. */
    Example(String name, List<Path> files, String command, List<Path> needed, String howToGet) {
        this(name, false, files, UnaryOperator.identity(), command, needed, howToGet);
    }

    /** One that stands in front of an API. */
    static Example gateway(String name, List<Path> files, String command, List<Path> needed, String howToGet) {
        return new Example(name, true, files, UnaryOperator.identity(), command, needed, howToGet);
    }

    /** The same for the tokens of a realm that signs with RS256: with another text in the files, as the guide tells. */
    Example forRs256(String text, String instead) {
        return new Example(
                name + "-rs256", gateway, files, content -> content.replace(text, instead), command, needed, howToGet);
    }

    /** Ends the test where something is missing: as a failure where nothing may be, and else as skipped. */
    void requireInstalled() {
        Optional<Path> missing =
                needed.stream().filter(path -> !Files.exists(path)).findFirst();
        if (missing.isEmpty()) {
            return;
        }
        String message = "there is no " + missing.get() + ". " + howToGet;
        if (Boolean.getBoolean("tools.required")) {
            throw new AssertionError(name + ": " + message);
        }
        System.err.println("NOT TESTED: " + name + ", because " + message);
        throw new TestAbortedException(message);
    }
}
