package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object of a request. Reading one of the wrong type adds a problem and yields null; those that
 * nobody read are unknown, and a problem too: a typing error must never silently widen a credential.
 */
public final class RequestFields {

    private final JsonNode object;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> ignored = new HashSet<>();

    /** @param path what precedes the names of the fields in messages, such as {@code permissions[0].} */
    public RequestFields(JsonNode object, String path, Problems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    /** Whether a field is given, be it as null; it counts as known. */
    public boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    public @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            problems.addUnreadable(Problem.of(path + name, RequestProblem.NOT_TEXT));
            return null;
        }
        return value.textValue();
    }

    public @Nullable List<String> texts(String name) {
        List<JsonNode> elements = elements(name);
        if (elements == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements) {
            if (!element.isTextual()) {
                problems.addUnreadable(Problem.of(place(name, texts.size()), RequestProblem.NOT_TEXT));
            }
            texts.add(element.asText());
        }
        return texts;
    }

    /** The objects in a list, each to be read on its own. */
    public @Nullable List<RequestFields> objects(String name) {
        List<JsonNode> elements = elements(name);
        if (elements == null) {
            return null;
        }
        return objects(elements, path + name, problems);
    }

    /** The objects in the list that a request consists of, each to be read on its own. */
    public static List<RequestFields> objects(Iterable<JsonNode> list, Problems problems) {
        return objects(list, "", problems);
    }

    private static List<RequestFields> objects(Iterable<JsonNode> list, String path, Problems problems) {
        List<RequestFields> objects = new ArrayList<>();
        for (JsonNode element : list) {
            String place = path + "[" + objects.size() + "]";
            if (!element.isObject()) {
                problems.addUnreadable(Problem.of(place, RequestProblem.NOT_OBJECT));
            }
            objects.add(new RequestFields(element, place + ".", problems));
        }
        return objects;
    }

    /** An object, to be read on its own; null if it is not there or is none. */
    public @Nullable RequestFields object(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            problems.addUnreadable(Problem.of(path + name, RequestProblem.NOT_OBJECT));
            return null;
        }
        return new RequestFields(value, path + name + ".", problems);
    }

    /** A whole number. */
    public @Nullable Integer number(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            problems.addUnreadable(Problem.of(path + name, RequestProblem.NOT_WHOLE_NUMBER));
            return null;
        }
        return value.intValue();
    }

    public @Nullable Boolean flag(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            problems.addUnreadable(Problem.of(path + name, RequestProblem.NOT_BOOLEAN));
            return null;
        }
        return value.booleanValue();
    }

    private String place(String name, int index) {
        return path + name + "[" + index + "]";
    }

    /** Has a field counted as known, whatever it is, and not named among those that there are. */
    public void ignore(String name) {
        ignored.add(name);
    }

    /** The value of a field as it was given; missing if it was not. */
    JsonNode given(String name) {
        return object.path(name);
    }

    Problems problems() {
        return problems;
    }

    /** The place of a field in messages. */
    String place(String name) {
        return path + name;
    }

    /** To be called when all known fields have been read. */
    public void refuseUnknown() {
        String fields = String.join(", ", known);
        object.properties().forEach(field -> {
            if (!known.contains(field.getKey()) && !ignored.contains(field.getKey())) {
                problems.addUnknown(
                        Problem.of(path + field.getKey(), RequestProblem.UNKNOWN_FIELD, fields), field.getValue());
            }
        });
    }

    private @Nullable List<JsonNode> elements(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            problems.addUnreadable(Problem.of(path + name, RequestProblem.NOT_LIST));
            return null;
        }
        return StreamSupport.stream(value.spliterator(), false).toList();
    }

    /** A field that is there and not null; it counts as known. */
    @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
