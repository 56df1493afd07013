package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Every way, tried by a client in every state. */
final class GrantMatrix {

    private static final String[] EVENTS_NOT_SAVED_BY_DEFAULT = {
        "REFRESH_TOKEN_ERROR",
        "INTROSPECT_TOKEN_ERROR",
        "PERMISSION_TOKEN_ERROR",
        "PUSHED_AUTHORIZATION_REQUEST_ERROR",
        "REGISTER_NODE_ERROR",
        "UNREGISTER_NODE_ERROR",
        "JWT_AUTHORIZATION_GRANT_ERROR"
    };

    private static final ClientCredentials UNKNOWN = new ClientCredentials("", "apicred-unknown", "unknown");

    private final TestRealm realm;
    private final String basicScope;
    private final List<Outcome> outcomes = new ArrayList<>();

    private GrantMatrix(TestRealm realm) {
        this.realm = realm;
        realm.events().saveAlso(EVENTS_NOT_SAVED_BY_DEFAULT);
        basicScope = stream(realm.admin().get("client-scopes"))
                .filter(scope -> scope.path("name").asText().equals("basic"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    static GrantMatrix of(TestRealm realm) {
        GrantMatrix matrix = new GrantMatrix(realm);
        for (Way way : Ways.all()) {
            for (ClientState state : ClientState.values()) {
                matrix.outcomes.add(matrix.attempt(way, state));
            }
        }
        return matrix;
    }

    Stream<Outcome> of(ClientState state) {
        return outcomes.stream().filter(outcome -> outcome.state() == state);
    }

    Stream<Outcome> all() {
        return outcomes.stream();
    }

    private Outcome attempt(Way way, ClientState state) {
        Candidate candidate = new Candidate(realm, basicScope);
        Way.Attempt attempt = way.preparation().prepare(candidate);
        if (state != ClientState.ORDINARY) {
            candidate.become(state);
        }
        clearEvents();
        Answer answer = attempt.use(state.authentication(candidate.credential()));
        List<JsonNode> refusals = stream(realm.admin().get("events?max=100"))
                .filter(event -> event.path("details").has("api_credential_refusal"))
                .toList();
        Answer unknown = attempt.use(state.authentication(UNKNOWN));
        return new Outcome(way, state, answer, unknown, refusals);
    }

    private void clearEvents() {
        realm.admin().delete("events").expect(204);
    }

    /** The table of the documentation. */
    String table() {
        List<ClientState> states = Arrays.asList(ClientState.values());
        String head = states.stream().map(ClientState::title).collect(Collectors.joining(" | ", "| | ", " |\n"));
        String line = "|---".repeat(states.size() + 1) + "|\n";
        return head
                + line
                + Ways.all().stream()
                        .map(way -> states.stream()
                                .flatMap(this::of)
                                .filter(outcome -> outcome.way().name().equals(way.name()))
                                .map(Outcome::text)
                                .collect(Collectors.joining(" | ", "| " + way.name() + " | ", " |\n")))
                        .collect(Collectors.joining());
    }

    private static Stream<JsonNode> stream(Answer answer) {
        return StreamSupport.stream(answer.expect(200).json().spliterator(), false);
    }
}
