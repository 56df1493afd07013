package io.apicredentials.keycloak.admin;

import io.apicredentials.keycloak.json.RequestProblem;
import io.apicredentials.problem.Problem;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which part of a timeline is asked for.
 *
 * @param kind empty for all kinds
 */
record TimelineRequest(Optional<TimelineKind> kind, int first, int max) {

    private static final int FURTHEST = 1_000;
    private static final int LONGEST = 100;
    private static final int USUAL = 20;

    /**
     * Reads it.
     *
     * @throws org.keycloak.services.ErrorResponseException with status 400 and everything that is wrong
     */
    static TimelineRequest read(MultivaluedMap<String, String> query) {
        QueryParameters parameters = new QueryParameters(query, List.of("first", "max", "kind"));
        String word = parameters.text("kind");
        Optional<TimelineKind> kind = TimelineKind.parse(word);
        if (word != null && kind.isEmpty()) {
            String kinds =
                    Stream.of(TimelineKind.values()).map(TimelineKind::word).collect(Collectors.joining(", "));
            parameters.wrong(Problem.of("kind", RequestProblem.NOT_ONE_OF, kinds));
        }
        TimelineRequest asked = new TimelineRequest(
                kind, parameters.number("first", 0, 0, FURTHEST), parameters.number("max", USUAL, 1, LONGEST));
        parameters.refuseIfWrong();
        return asked;
    }

    /** Whether entries of a kind are asked for. */
    boolean wants(TimelineKind one) {
        return kind.isEmpty() || kind.orElseThrow() == one;
    }

    /** Whether entries are asked for of which there are audit records. */
    boolean wantsRecords() {
        return kind.isEmpty() || !kind.orElseThrow().operations().isEmpty();
    }

    /** How many entries of each source can be in the part. */
    int needed() {
        return first + max;
    }
}
