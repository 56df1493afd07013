package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An emergency stop that was made, by the lines of its answer.
 *
 * @param lines in their order
 */
public record StopRun(List<JsonNode> lines) {

    /** Stops, with a reason. */
    public static StopRun of(AdminApi api, String filter) {
        return of(api.emergencyStop("{\"filter\":" + filter + ",\"reason\":\"A secret was published\"}"));
    }

    /** Stops, and ends the tokens issued so far. */
    public static StopRun revoking(AdminApi api, String filter) {
        return of(api.emergencyStop(
                "{\"filter\":" + filter + ",\"revokeTokens\":true,\"reason\":\"A secret was published\"}"));
    }

    /** What one would do. */
    public static JsonNode preview(AdminApi api, String filter) {
        return api.emergencyStop("{\"filter\":" + filter + ",\"dryRun\":true}")
                .expect(200)
                .json();
    }

    /** The one that was answered. */
    public static StopRun of(Answer answer) {
        return new StopRun(answer.expect(200).body().lines().map(Answer::parse).toList());
    }

    /** Its last line. */
    public JsonNode end() {
        return lines.get(lines.size() - 1);
    }

    /** The ids in its lines about an event, such as {@code stopped}. */
    public List<String> ids(String event) {
        return lines.stream()
                .filter(line -> line.path("event").asText().equals(event))
                .map(line -> line.path("id").asText())
                .toList();
    }
}
