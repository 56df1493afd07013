package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the console judges by itself: its tests and those of the domain read the same cases, so that they cannot drift apart. */
public final class ConsoleCases {

    private static final Path FOLDER = Path.of("themes", "src");

    private ConsoleCases() {}

    /**
     * Reads the cases of one kind, of which there is at least one.
     *
     * @param file below {@code themes/src}
     * @param kind where they are in the file, as a JSON pointer: {@code /accepted}
     */
    public static Stream<String> read(String file, String kind) {
        return of(file, kind).map(JsonNode::asText);
    }

    /** The same for cases that are more than a text. */
    public static Stream<JsonNode> of(String file, String kind) {
        JsonNode cases = Answer.parse(text(FOLDER.resolve(file))).at(kind);
        if (cases.isEmpty()) {
            throw new AssertionError("no cases at " + kind + " of " + file);
        }
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
