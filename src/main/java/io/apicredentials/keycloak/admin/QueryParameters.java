package io.apicredentials.keycloak.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.credential.Expiry;
import io.apicredentials.keycloak.json.Problems;
import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request. They are read as text, since a number that JAX-RS cannot read is answered 404.
 * Reading a wrong one adds a problem; so do those that the resource does not know.
 */
final class QueryParameters {

    private final MultivaluedMap<String, String> query;
    private final Problems problems;

    QueryParameters(MultivaluedMap<String, String> query, List<String> known) {
        this.query = query;
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> {
            if (values.size() == 1) {
                given.put(name, values.get(0));
            }
        });
        problems = new Problems(given);
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.addUnknown(unknown(name, known), given.path(name)));
        known.stream()
                .filter(name -> query.getOrDefault(name, List.of()).stream().anyMatch(QueryParameters::hasNul))
                .forEach(name -> wrong(Problem.of(name, RequestProblem.PARAMETER_NUL)));
    }

    private static Problem unknown(String name, List<String> known) {
        return known.isEmpty()
                ? Problem.of(name, RequestProblem.NO_PARAMETERS)
                : Problem.of(name, RequestProblem.UNKNOWN_PARAMETER, String.join(", ", known));
    }

    /** PostgreSQL has no such character, and fails on it. */
    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    @Nullable String text(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            wrong(Problem.of(name, RequestProblem.PARAMETER_REPEATED));
        }
        return query.getFirst(name);
    }

    Optional<Boolean> flag(String name) {
        String text = text(name);
        if (text == null || text.equals("true") || text.equals("false")) {
            return Optional.ofNullable(text).map(Boolean::valueOf);
        }
        wrong(Problem.of(name, RequestProblem.NOT_BOOLEAN));
        return Optional.empty();
    }

    /** All values of a parameter that is to be given at least once. */
    List<String> texts(String name, int largestNumber) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.isEmpty() || values.size() > largestNumber) {
            wrong(Problem.of(name, RequestProblem.PARAMETER_COUNT, values.size(), largestNumber));
        }
        return values;
    }

    Optional<Instant> instant(String name) {
        String text = text(name);
        Optional<Instant> instant = Optional.ofNullable(text).flatMap(Expiry::parse);
        if (text != null && instant.isEmpty()) {
            wrong(Problem.of(name, RequestProblem.NOT_AN_INSTANT));
        }
        return instant;
    }

    int number(String name, int absent, int smallest, int largest) {
        String text = text(name);
        if (text == null) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, like a number out of range.
        }
        wrong(Problem.of(name, RequestProblem.NOT_NUMBER, smallest, largest));
        return absent;
    }

    void wrong(Problem problem) {
        problems.add(problem);
    }

    /** @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong, if anything is */
    void refuseIfWrong() {
        Refusal.ifAny(problems);
    }
}
