package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.openapi.ApiDocument;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares records that are answered as JSON with the schemas of the document, and those that they have in them. */
final class AnswerShape {

    private static final Map<Type, String> SIMPLE = Map.of(
            String.class, "string",
            boolean.class, "boolean",
            Boolean.class, "boolean",
            int.class, "integer/int32",
            Integer.class, "integer/int32",
            long.class, "integer/int64",
            Long.class, "integer/int64");

    private final ApiDocument document;
    private final Map<String, Class<?>> compared = new HashMap<>();
    private final Set<String> differences = new TreeSet<>();

    AnswerShape(ApiDocument document) {
        this.document = document;
    }

    /** What differs, in sentences. */
    Set<String> differences() {
        return differences;
    }

    /** The records that were compared, by the names of their schemas. */
    Map<String, Class<?>> compared() {
        return compared;
    }

    /** Compares a record with a schema. */
    void compare(String schema, Class<?> type) {
        Class<?> before = compared.put(schema, type);
        if (before != null) {
            expect(schema, "Java", before.getName(), type.getName());
            return;
        }
        Map<String, JsonNode> properties = document.fields(document.schema(schema));
        Map<String, RecordComponent> components = new TreeMap<>();
        flatten(type, components);
        expect(schema, "fields", properties.keySet(), components.keySet());
        Set<String> always = new TreeSet<>();
        components.forEach((name, component) -> {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                always.add(name);
            }
            if (properties.containsKey(name) && !component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
                compare(schema + "." + name, properties.get(name), component.getGenericType());
            }
        });
        expect(schema, "required fields", document.requiredFields(document.schema(schema)), always);
    }

    private void compare(String place, JsonNode schema, Type type) {
        if (type == JsonNode.class || type == Object.class) {
            return;
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            compare(ApiDocument.nameOf(schema), record);
            return;
        }
        JsonNode meant = document.meant(schema);
        if (type instanceof ParameterizedType generic) {
            compareMany(place, meant, generic);
            return;
        }
        String format = meant.path("format").asText();
        // One that may be null as well is a list of both.
        JsonNode first = meant.path("type").isArray() ? meant.at("/type/0") : meant.path("type");
        String shape = first.asText() + (format.startsWith("int") ? "/" + format : "");
        expect(place, "type", shape, SIMPLE.get(type));
    }

    private void compareMany(String place, JsonNode schema, ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            expect(place, "type", schema.path("type").asText(), "array");
            compare(place + "[]", schema.path("items"), arguments[0]);
        } else if (arguments[1] != Object.class) {
            compare(place + "{}", schema.path("additionalProperties"), arguments[1]);
        }
    }

    private static void flatten(Class<?> record, Map<String, RecordComponent> components) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                flatten(component.getType(), components);
            } else if (!component.getAccessor().isAnnotationPresent(JsonIgnore.class)) {
                components.put(component.getName(), component);
            }
        }
    }

    private void expect(String place, String what, Object documented, @Nullable Object actual) {
        if (!documented.equals(actual)) {
            differences.add(place + ": " + what + " " + documented + " in the document, " + actual + " in Java");
        }
    }
}
