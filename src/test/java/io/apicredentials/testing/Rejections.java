package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Requests to the admin API that are wrong: they are answered 400 in the documented shape and leave no trace. */
public final class Rejections {

    private final KeycloakServer server;
    private final TestRealm realm;

    public Rejections(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    /** What is wrong with one field. */
    public record Problem(String field, String message) {}

    /** Everything that is wrong with a creation. */
    public List<Problem> create(JsonNode request) {
        return create(request.toString());
    }

    /** Everything that is wrong with a creation whose body need not be JSON. */
    public List<Problem> create(String body) {
        return problems(() -> realm.credentials().create(body));
    }

    /** Everything that is wrong with an update. */
    public List<Problem> update(String id, String body) {
        String before = realm.credentials().get(id).expect(200).body();
        List<Problem> problems = problems(() -> realm.credentials().update(id, body));
        assertThat(realm.credentials().get(id).expect(200).body()).isEqualTo(before);
        return problems;
    }

    private List<Problem> problems(Supplier<Answer> request) {
        int count = count();
        int changes = realm.events().ofAdmins("API_CREDENTIAL").size();
        LogMark log = server.markLog();

        Answer answer = request.get();

        assertThat(log.lines())
                .noneMatch(line -> line.contains(" ERROR ") || line.startsWith("\tat ") || line.contains("Exception"));
        assertThat(count()).isEqualTo(count);
        assertThat(realm.events().ofAdmins("API_CREDENTIAL")).hasSize(changes);
        return problems(answer);
    }

    private static List<Problem> problems(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(answer.json().fieldNames()).toIterable().containsExactlyInAnyOrder("errors", "errorMessage");
        List<Problem> problems = new ArrayList<>();
        for (JsonNode error : answer.json().path("errors")) {
            assertThat(error.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("field", "code", "errorMessage", "params");
            assertThat(error.path("code").asText()).matches("[a-z][a-z0-9_]+");
            assertThat(error.path("params").isArray()).isTrue();
            problems.add(new Problem(
                    error.path("field").asText(), error.path("errorMessage").asText()));
        }
        assertThat(problems).isNotEmpty();
        assertThat(answer.json().path("errorMessage").asText())
                .contains(problems.stream().map(Problem::message).toList());
        return problems;
    }

    private int count() {
        return realm.credentials().count(Fields.none()).expect(200).json().asInt();
    }
}
