package io.apicredentials.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A method of a path, as the document has it. */
public record Operation(ApiDocument document, String path, String method) {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    /** Whether it is at this path, below the address of its server. */
    boolean matches(String actual) {
        return actual.matches(PLACEHOLDER.matcher(path).replaceAll("[^/]+"));
    }

    private List<String> place(String... more) {
        return Stream.concat(Stream.of("paths", path, method.toLowerCase(Locale.ROOT)), Stream.of(more))
                .toList();
    }

    /** Its parameters in the query, by name. */
    public Map<String, JsonNode> queryParameters() {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        JsonNode listed = document.at(place("parameters"));
        for (int index = 0; index < listed.size(); index++) {
            JsonNode parameter = document.at(document.resolved(place("parameters", Integer.toString(index))));
            parameters.put(parameter.path("name").asText(), parameter);
        }
        return parameters;
    }

    /** Whether it has a body. */
    public boolean hasBody() {
        return document.at(place("requestBody")).isObject();
    }

    /** Whether its body has one JSON object a line. */
    public boolean readsLines() {
        return document.at(place("requestBody", "content", LINES)).isObject();
    }

    /** The schema of its body, or of each line of it. */
    public Schema bodySchema() {
        return document.compiled(place("requestBody", "content", readsLines() ? LINES : JSON, "schema"));
    }

    /** The same as it is written, where that has a name. */
    public JsonNode writtenBodySchema() {
        return document.at(document.resolved(place("requestBody", "content", readsLines() ? LINES : JSON, "schema")));
    }

    /** What it answers with a status; empty where it never does. */
    public Optional<DescribedAnswer> answer(int status) {
        List<String> answer = place("responses", Integer.toString(status));
        return document.at(answer).isMissingNode()
                ? Optional.empty()
                : Optional.of(new DescribedAnswer(document, document.resolved(answer)));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
