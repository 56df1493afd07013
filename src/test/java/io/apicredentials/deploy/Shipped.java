package io.apicredentials.deploy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files in the folder deploy. A key that occurs twice is a fault. */
public final class Shipped {

    public static final Path FOLDER = Path.of("deploy");

    private static final ObjectMapper JSON =
            new JsonMapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private Shipped() {}

    public static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Copies the folder, without the passwords and keys that somebody has there. */
    public static void copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().equals(".env")
                        || file.toString().contains("/tls")) {
                    continue;
                }
                Files.copy(
                        file, target.resolve(FOLDER.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    public static JsonNode json(String name) {
        try {
            return JSON.readTree(text(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(name, failed);
        }
    }

    public static JsonNode yaml(String name) {
        return documents(text(name)).get(0);
    }

    /** The documents of a text in YAML, one after the other, with what anchors stand for. */
    public static List<JsonNode> documents(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(text)) {
            documents.add(JSON.valueToTree(document));
        }
        return documents;
    }
}
