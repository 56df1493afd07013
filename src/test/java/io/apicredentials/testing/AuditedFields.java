package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that records of changes have, of which the console knows how people call them. */
public final class AuditedFields {

    private static final String FILE = "record/audited-fields.json";
    private static final String PROPOSED = "proposed";

    private AuditedFields() {}

    /** Those of a kind: {@code credential}, {@code details}, {@code proposed} or {@code settings}. */
    public static List<String> of(String kind) {
        return ConsoleCases.read(FILE, "/" + kind).toList();
    }

    /** Finds fields of a record that the console does not know. What there is of permission sets are their own words. */
    static void check(JsonNode record) {
        boolean isOfCredential = record.has("api_credential.id");
        Set<String> states = Set.copyOf(of(isOfCredential ? "credential" : "settings"));
        Set<String> details = Stream.concat(
                        of("details").stream(),
                        of(isOfCredential ? PROPOSED : "settings").stream().map(field -> PROPOSED + "." + field))
                .collect(Collectors.toSet());
        assertThat(states)
                .containsAll(fields("", record.path("api_credential.before")).toList());
        assertThat(states)
                .containsAll(fields("", record.path("api_credential.after")).toList());
        assertThat(details)
                .containsAll(fields("", record.path("api_credential.details")).toList());
    }

    /** With a dot for what is within another; a list is one. */
    private static Stream<String> fields(String within, JsonNode state) {
        return state.properties().stream()
                .flatMap(field -> field.getValue().isObject()
                        ? fields(within + field.getKey() + ".", field.getValue())
                        : Stream.of(within + field.getKey()));
    }
}
