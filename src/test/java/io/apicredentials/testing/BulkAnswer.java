package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a bulk was answered with.
 *
 * @param lines in their order
 */
public record BulkAnswer(List<JsonNode> lines) {

    /** The whole answer. */
    public static BulkAnswer of(Answer answer) {
        return new BulkAnswer(
                answer.expect(200).body().lines().map(Answer::parse).toList());
    }

    /** Its first line. */
    public JsonNode begin() {
        return lines.get(0);
    }

    /** Its last line. */
    public JsonNode end() {
        return lines.get(lines.size() - 1);
    }

    /** Its lines about lines of the request. */
    public List<JsonNode> answers() {
        return lines.stream().filter(line -> line.has("line")).toList();
    }

    /** The same, as number and event. */
    public List<String> events() {
        return answers().stream()
                .map(line ->
                        line.path("line").asInt() + " " + line.path("event").asText())
                .toList();
    }

    /** The credentials that it has, in their order. */
    public Stream<JsonNode> credentials() {
        return lines.stream().filter(line -> line.has("credential")).map(line -> line.path("credential"));
    }
}
