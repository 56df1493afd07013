package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.apicredentials.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a request that say nothing new: those that an answer had, so that it can be edited and sent back. */
public record RepeatedFields(RequestFields fields) {

    /** A field that may be repeated as it was read, so that an answer can be edited and sent back. */
    public void unchanged(String name, @Nullable JsonNode present, RequestProblem problem) {
        JsonNode value = fields.value(name);
        if (value != null && !isEmpty(value) && !value.equals(present)) {
            fields.problems().add(Problem.of(fields.place(name), problem));
        }
    }

    /** The same for an instant, in whatever way a client writes it. */
    public void unchangedInstant(String name, @Nullable String present, RequestProblem problem) {
        if (isOtherInstant(name, present)) {
            fields.problems().add(Problem.of(fields.place(name), problem));
        }
    }

    /**
     * Whether an instant is given that is not the present one, to the millisecond. Go leaves trailing zeros out, Python
     * writes +00:00, others write six digits or nine: all of them mean the same.
     */
    public boolean isOtherInstant(String name, @Nullable String present) {
        JsonNode value = fields.value(name);
        if (value == null || isEmpty(value)) {
            return false;
        }
        Optional<Instant> given = instant(value.asText());
        if (given.isEmpty()) {
            fields.problems().add(Problem.of(fields.place(name), RequestProblem.NOT_INSTANT));
            return false;
        }
        return !given.equals(Optional.ofNullable(present).flatMap(RepeatedFields::instant));
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
        fields.ignore(name);
    }

    /** A field that this request does not have, if it is empty: some clients send all fields that they know. */
    public void allowEmpty(String name) {
        if (isEmpty(fields.given(name))) {
            ignore(name);
        }
    }

    /** The same, and the value of one that is not empty is not repeated: it may be a secret. */
    public void refuse(String name, RequestProblem problem) {
        ignore(name);
        if (!isEmpty(fields.given(name))) {
            fields.problems().addUnknown(Problem.of(fields.place(name), problem), MissingNode.getInstance());
        }
    }

    private static boolean isEmpty(JsonNode value) {
        boolean isAbsent = value.isMissingNode() || value.isNull();
        boolean isEmptyText = value.isTextual() && value.textValue().isEmpty();
        boolean isEmptyList = value.isArray() && value.isEmpty();
        return isAbsent || isEmptyText || isEmptyList;
    }
}
