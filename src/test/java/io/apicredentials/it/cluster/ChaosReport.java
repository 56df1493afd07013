package io.apicredentials.it.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the long run measures, as it goes on: a file in Markdown that is there also when the run ends early. */
final class ChaosReport {

    private final Path file;

    /** Begins anew, where the build says. */
    ChaosReport(String name, String title) {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("chaos.report", "target/chaos")));
            file = folder.resolve(name);
            Files.writeString(file, "# " + title + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void section(String title) {
        write("\n## " + title + "\n\n");
    }

    void line(String text) {
        write(text + "\n");
    }

    private void write(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
