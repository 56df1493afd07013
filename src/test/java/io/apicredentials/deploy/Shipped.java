package io.apicredentials.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files in the folder deploy. A key that occurs twice is a fault. */
public final class Shipped {

    public static final Path FOLDER = Path.of("deploy");

    private static final ObjectMapper JSON = strict(new JsonMapper());
    private static final ObjectMapper YAML = strict(new ObjectMapper(new YAMLFactory()));

    private Shipped() {}

    public static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static JsonNode json(String name) {
        return read(JSON, name);
    }

    public static JsonNode yaml(String name) {
        return read(YAML, name);
    }

    /** The documents of a text in YAML, one after the other. */
    public static List<JsonNode> documents(String text) {
        try (YAMLParser parser = new YAMLFactory().createParser(text);
                MappingIterator<JsonNode> documents =
                        YAML.readerFor(JsonNode.class).readValues(parser)) {
            return documents.readAll();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode read(ObjectMapper mapper, String name) {
        try {
            return mapper.readTree(text(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(name, failed);
        }
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }
}
