package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.apicredentials.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        List<RequestFields> objects = new ArrayList<>();
        for (JsonNode element : elements) {
            String place = place(name, objects.size());
            if (!element.isObject()) {
                problems.addUnreadable(Problem.of(place, RequestProblem.NOT_OBJECT));
            }
            objects.add(new RequestFields(element, place + ".", problems));
        }
        return objects;
    }

    private String place(String name, int index) {
        return path + name + "[" + index + "]";
    }

    /** A field that may be repeated as it was read, so that an answer can be edited and sent back. */
    public void unchanged(String name, @Nullable JsonNode present, RequestProblem problem) {
        JsonNode value = value(name);
        if (value != null && !isEmpty(value) && !value.equals(present)) {
            problems.add(Problem.of(path + name, problem));
        }
    }

    /** The same for an instant, in whatever way a client writes it. */
    public void unchangedInstant(String name, @Nullable String present, RequestProblem problem) {
        if (isOtherInstant(name, present)) {
            problems.add(Problem.of(path + name, problem));
        }
    }

    /**
     * Whether an instant is given that is not the present one, to the millisecond. Go leaves trailing zeros out, Python
     * writes +00:00, others write six digits or nine: all of them mean the same.
     */
    public boolean isOtherInstant(String name, @Nullable String present) {
        JsonNode value = value(name);
        if (value == null || isEmpty(value)) {
            return false;
        }
        Optional<Instant> given = instant(value.asText());
        if (given.isEmpty()) {
            problems.add(Problem.of(path + name, RequestProblem.NOT_INSTANT));
            return false;
        }
        return !given.equals(Optional.ofNullable(present).flatMap(RequestFields::instant));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeParseException noInstant) {
            return Optional.empty();
        }
    }

    /** A field that may be anything. */
    public void ignore(String name) {
        ignored.add(name);
    }

    /** A field that this request does not have, if it is empty: some clients send all fields that they know. */
    public void allowEmpty(String name) {
        if (isEmpty(object.path(name))) {
            ignore(name);
        }
    }

    /** The same, and the value of one that is not empty is not repeated: it may be a secret. */
    public void refuse(String name, RequestProblem problem) {
        ignore(name);
        if (object.has(name) && !isEmpty(object.get(name))) {
            problems.addUnknown(Problem.of(path + name, problem), MissingNode.getInstance());
        }
    }

    private static boolean isEmpty(JsonNode value) {
        boolean isEmptyText = value.isTextual() && value.textValue().isEmpty();
        boolean isEmptyList = value.isArray() && value.isEmpty();
        return value.isNull() || isEmptyText || isEmptyList;
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

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
