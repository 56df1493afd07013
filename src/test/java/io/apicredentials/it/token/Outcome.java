package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import java.util.List;

/**
 * How an attempt ended.
 *
 * @param unknown the answer to the same attempt by a client that does not exist
 * @param refusals the events of the attempt in which one of our layers tells its reason
 */
record Outcome(Way way, ClientState state, Answer answer, Answer unknown, List<JsonNode> refusals) {

    private static final String GENERIC = "{\"error\":\"invalid_client\","
            + "\"error_description\":\"Invalid client or Invalid client credentials\"}";

    String name() {
        return way.name() + " × " + state.title();
    }

    boolean succeeded() {
        return isToken() || (answer.status() >= 200 && answer.status() < 300);
    }

    /** Whether the answer, or the address that it leads to, has a token or a code of any kind. */
    boolean isToken() {
        String all = answer.body() + answer.header("Location").orElse("");
        return all.matches("(?s).*(access_token|id_token|refresh_token|[?&#]code)[\"=].*");
    }

    boolean isRefusedByUs() {
        return !refusals.isEmpty();
    }

    /** Whether it was the post-processor that refused, whose event is not that of a client authentication. */
    private boolean isRefusedByPostProcessor() {
        return isRefusedByUs() && refusals.get(0).path("error").asText().equals("invalid_client");
    }

    /**
     * Whether a refusal of ours tells the caller nothing, and the event its reason. Before a client is authenticated the
     * answer is the one that Keycloak's endpoint has for unknown clients; only one of them differs from that of the
     * post-processor.
     */
    boolean isGeneric() {
        boolean sameAsAlways = answer.status() == 401
                && answer.header("WWW-Authenticate").isEmpty()
                && (isRefusedByPostProcessor() ? answer.body().equals(GENERIC) : answer.equals(unknown));
        return sameAsAlways
                && refusals.stream()
                        .map(event ->
                                event.at("/details/api_credential_refusal").asText())
                        .allMatch("grant_not_allowed"::equals);
    }

    /** What the table says. */
    String text() {
        if (isRefusedByUs()) {
            return answer.status() + ", " + (isRefusedByPostProcessor() ? "token post-processor" : "authenticator");
        }
        if (succeeded()) {
            return isToken() ? "**token**" : "done";
        }
        return answer.status() + ", Keycloak";
    }

    @Override
    public String toString() {
        return name() + ": " + text() + " " + answer + " " + refusals;
    }
}
