package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers as they were agreed, in files of the folder {@code golden}. */
public final class Golden {

    private Golden() {}

    /**
     * Compares an answer with a file, field by field and in order.
     *
     * @param volatileValues what differs from run to run, with the placeholder that the file has instead
     */
    public static void check(String file, JsonNode actual, Map<String, String> volatileValues) {
        String text = actual.toPrettyString();
        for (Map.Entry<String, String> replacement : volatileValues.entrySet()) {
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        assertThat(text).isEqualTo(Answer.parse(read(file)).toPrettyString());
    }

    /** Compares a text with a file, character by character. */
    public static void checkText(String file, String actual) {
        assertThat(actual).isEqualTo(read(file));
    }

    private static String read(String file) {
        try (InputStream golden = Golden.class.getResourceAsStream("/golden/" + file)) {
            if (golden == null) {
                throw new IllegalArgumentException("there is no golden file " + file);
            }
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
