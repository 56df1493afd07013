package io.apicredentials.keycloak.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.apicredentials.problem.Problem;
import io.apicredentials.secret.ClientSecret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with one request, up to {@value #MAX} things. What is repeated of the request is cut off, and only
 * names that are ours are taken apart: a caller chooses how long the others are.
 */
public final class Problems {

    /** More would be an answer of megabytes to a request of kilobytes. */
    private static final int MAX = 100;

    private static final int MAX_NAME = 100;
    private static final int MAX_VALUE = 200;
    private static final Pattern PARENTS = Pattern.compile("[\\[.]");

    private final JsonNode request;
    private final List<Entry> errors = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    /** @param request where the offending values are looked up */
    public Problems(JsonNode request) {
        this.request = request;
    }

    /** An answer, with the fields that Keycloak's own errors have, and {@code code}. */
    public record Answer(List<Entry> errors, String errorMessage) {}

    /**
     * One problem in an answer.
     *
     * @param params the offending value, null when it is not a single one, and then the details that the sentence names;
     *     empty when there is neither
     */
    public record Entry(String field, String code, String errorMessage, List<@Nullable String> params) {

        /** With the field before it, as clients such as kcadm.sh show it. */
        String sentence() {
            return field.isEmpty() ? errorMessage : field + ": " + errorMessage;
        }
    }

    /** For what is wrong before there is a request to look into. */
    public static Problems one(Problem problem) {
        Problems problems = new Problems(MissingNode.getInstance());
        problems.addUnknown(problem, MissingNode.getInstance());
        return problems;
    }

    /** For a value of the wrong type: what the rules say of it later is a consequence, and left out. */
    public void addUnreadable(Problem problem) {
        add(problem);
        unreadable.add(problem.place());
    }

    /**
     * Adds one.
     *
     * @param problem at one of the places that requests have, such as {@code allowedIps[2]}
     */
    public void add(Problem problem) {
        String place = problem.place();
        if (!isFull() && !isWithinUnreadable(place)) {
            put(problem, place, request.at(pointer(place)));
        }
    }

    private static String pointer(String place) {
        String pointer = place.replace("[", "/").replace("]", "").replace(".", "/");
        return pointer.isEmpty() || pointer.startsWith("/") ? pointer : "/" + pointer;
    }

    /**
     * Adds one.
     *
     * @param problem at a place that ends with a name that the caller chose
     */
    public void addUnknown(Problem problem, JsonNode given) {
        if (!isFull()) {
            put(problem, Problem.cut(ClientSecret.mask(problem.place()), MAX_NAME), given);
        }
    }

    private boolean isFull() {
        return errors.size() == MAX;
    }

    /** A secret in the wrong field would go on to logs and screens with the answer. */
    private void put(Problem problem, String field, JsonNode given) {
        String message = ClientSecret.mask(problem.message());
        errors.add(new Entry(field, problem.kind().code(), message, params(problem, given)));
    }

    private static List<@Nullable String> params(Problem problem, JsonNode given) {
        List<@Nullable String> params = new ArrayList<>();
        // What is wrong need not be in the request: it may be what the credential has already.
        String value = given.isValueNode() ? given.asText() : problem.value();
        if (value != null || !problem.details().isEmpty()) {
            params.add(value == null ? null : Problem.cut(ClientSecret.mask(value), MAX_VALUE));
        }
        problem.details().stream().map(ClientSecret::mask).forEach(params::add);
        return params;
    }

    private boolean isWithinUnreadable(String field) {
        return unreadable.contains(field)
                || PARENTS.matcher(field)
                        .results()
                        .anyMatch(end -> unreadable.contains(field.substring(0, end.start())));
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** All of them, as they are answered. */
    public Answer answer() {
        String all = errors.stream().map(Entry::sentence).collect(Collectors.joining(" "));
        return new Answer(List.copyOf(errors), all);
    }
}
