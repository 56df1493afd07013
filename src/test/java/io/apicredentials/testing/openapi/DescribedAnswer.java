package io.apicredentials.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An answer of an operation, as the document has it. */
public record DescribedAnswer(ApiDocument document, List<String> place) {

    /** The types of its content; none where it has no body. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>();
        document.at(place).path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The schema of its content of a type. */
    public Schema schema(String type) {
        List<String> schema = new ArrayList<>(place);
        schema.addAll(List.of("content", type, "schema"));
        return document.compiled(schema);
    }

    /** The headers that it always has, and what they say where that is always the same. */
    public Map<String, JsonNode> requiredHeaders() {
        Map<String, JsonNode> headers = new LinkedHashMap<>();
        document.at(place).path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean()) {
                headers.put(header.getKey(), header.getValue().at("/schema/const"));
            }
        });
        return headers;
    }
}
