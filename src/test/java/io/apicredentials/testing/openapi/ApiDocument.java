package io.apicredentials.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The document of the API as it is in the JAR. Each of its schemas is compiled once. */
public final class ApiDocument {

    private static final String FILE = "/META-INF/api-credentials-openapi.yaml";
    private static final String ADDRESS = "urn:api-credentials";
    private static final ApiDocument SHIPPED = new ApiDocument(read());

    private final JsonNode root;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ADDRESS, root.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .locale(Locale.ENGLISH)
                                .build()));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(field -> Operation.METHODS.contains(field.getKey()))
                        .forEach(method -> operations.add(new Operation(
                                this, path.getKey(), method.getKey().toUpperCase(Locale.ROOT)))));
        // What is named comes before what stands for anything, as the server chooses.
        operations.sort(Comparator.comparing(operation -> operation.path().replace('{', '~')));
    }

    /** The one in the JAR. */
    public static ApiDocument shipped() {
        return SHIPPED;
    }

    private static JsonNode read() {
        try (InputStream file = ApiDocument.class.getResourceAsStream(FILE)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(file, FILE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All operations. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The operation that answers a request. */
    public Optional<Operation> find(String method, String path) {
        return at(path).filter(one -> one.method().equals(method)).findFirst();
    }

    /** Whether there is something at a path, whatever the method. */
    public boolean has(String path) {
        return at(path).findAny().isPresent();
    }

    private Stream<Operation> at(String path) {
        List<Operation> matching =
                operations.stream().filter(one -> one.matches(path)).toList();
        return matching.stream().filter(one -> one.path().equals(matching.get(0).path()));
    }

    /** The names of the schemas. */
    public List<String> schemaNames() {
        List<String> names = new ArrayList<>();
        root.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** One of them. */
    public JsonNode schema(String name) {
        return at(List.of("components", "schemas", name));
    }

    /** The schema that is meant by one, which may name another one. */
    public JsonNode meant(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : schema(nameIn(reference));
    }

    /** The name of the schema that a schema refers to; empty when it refers to none. */
    public static String nameOf(JsonNode schema) {
        return nameIn(schema.path("$ref").asText());
    }

    private static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The fields of a schema by name, with those of the schemas that it is made of. */
    public Map<String, JsonNode> fields(JsonNode schema) {
        Map<String, JsonNode> fields = new TreeMap<>();
        parts(schema)
                .forEach(part -> part.path("properties")
                        .properties()
                        .forEach(field -> fields.put(field.getKey(), field.getValue())));
        return fields;
    }

    /** The names of those that have to be there. */
    public Set<String> requiredFields(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        parts(schema).forEach(part -> part.path("required").forEach(name -> names.add(name.asText())));
        return names;
    }

    private Stream<JsonNode> parts(JsonNode schema) {
        JsonNode meant = meant(schema);
        return Stream.concat(Stream.of(meant), meant.path("allOf").valueStream().flatMap(this::parts));
    }

    /** What is at a place; missing where nothing is. */
    JsonNode at(List<String> place) {
        return root.at(pointer(place));
    }

    /** The place of what is meant at a place, where something else may be named. */
    List<String> resolved(List<String> place) {
        JsonNode reference = at(place).path("$ref");
        return reference instanceof TextNode text
                ? List.of(text.textValue().substring("#/".length()).split("/"))
                : place;
    }

    /** The schema at a place. */
    Schema compiled(List<String> place) {
        return schemas.computeIfAbsent(
                pointer(place), pointer -> registry.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer)));
    }

    private static String pointer(List<String> place) {
        StringBuilder pointer = new StringBuilder();
        place.forEach(name -> pointer.append('/').append(name.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
