package io.apicredentials.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an answer the OpenAPI document has to have. */
class DocumentedApiTest {

    private static final String API = "http://127.0.0.1:8080/admin/realms/demo/api-credentials";
    private static final String LINK = "http://127.0.0.1:8080/realms/demo/api-credential-delivery/abc";
    private static final String CREDENTIAL =
            "\"id\":\"a\",\"clientId\":\"apicred-a\",\"enabled\":true,\"status\":\"enabled\"";

    @Test
    void takesWhatIsDescribed() {
        assertThatCode(() -> {
                    get("", 200, "[{" + CREDENTIAL + "}]");
                    get("/count?first=3", 200, "7");
                    get("/7351ea3d", 200, "{" + CREDENTIAL + ",\"createdAt\":\"2026-11-24T09:30:00.017Z\"}");
                    get("/7351ea3d", 404, "{\"error\":\"There is no API credential with this id.\"}");
                    check("HEAD", API, null, answer(200, "application/json", ""));
                    check(
                            "POST",
                            API,
                            "{\"name\":\"x\",\"nonsense\":1}",
                            answer(400, "application/json", problems("stale")));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void leavesOthersAlone() {
        assertThatCode(() -> {
                    check("GET", "http://127.0.0.1/admin/realms/demo/clients", null, answer(299, "text/plain", "any"));
                    check("GET", "http://127.0.0.1/realms/api-credentials", null, answer(299, "text/plain", "any"));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"clientId\":\"c\",\"enabled\":true}",
                "{" + CREDENTIAL + ",\"secret\":\"kac_\"}",
                "{" + CREDENTIAL + ",\"clientSecret\":\"kac_\"}",
                "{" + CREDENTIAL + ",\"name\":null}",
                "{" + CREDENTIAL + ",\"tokenLifespan\":\"60\"}",
                "{" + CREDENTIAL + ",\"refusal\":\"because\"}",
                "{" + CREDENTIAL + ",\"expiresAt\":\"tomorrow\"}",
                "{" + CREDENTIAL + ",\"owner\":{\"name\":\"Treasury\"}}",
                "[]"
            })
    void refusesABodyThatIsNot(String body) {
        assertThatThrownBy(() -> get("/7351ea3d", 200, body)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', 299, application/json, '[]'",
        "GET, '', 500, application/json, '{\"error\":\"unknown_error\"}'",
        "GET, '', 200, text/plain, '[]'",
        "GET, /7351ea3d/nonsense, 200, application/json, '{}'",
        "PUT, /count, 200, application/json, 7",
        "GET, /count?nonsense=1, 200, application/json, 7",
        "DELETE, /7351ea3d, 204, application/json, '{}'"
    })
    void refusesWhatIsNot(String method, String path, int status, String type, String body) {
        assertThatThrownBy(() -> check(method, API + path, null, answer(status, type, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not as the OpenAPI document has it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", ""})
    void refusesCodesThatAreNot(String code) {
        assertThatThrownBy(() -> get("/count", 400, problems(code))).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesARequestThatIsNotAndWasAccepted() {
        String vote =
                "{\"decision\":\"approve\",\"reason\":\"Agreed\",\"digest\":\"sha256:" + "0".repeat(64) + "\",\"x\":1}";

        assertThatThrownBy(
                        () -> check("POST", API + "/approvals/a/decision", vote, answer(200, "application/json", "{}")))
                .isInstanceOf(AssertionError.class);
    }

    /** Each of their lines. */
    @Test
    void readsLines() {
        String lines = "{\"event\":\"found\",\"stop\":\"s\",\"count\":0}\n";

        assertThatCode(() -> check("POST", API + "/emergency-stop", null, answer(200, "application/x-ndjson", lines)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(
                        "POST",
                        API + "/emergency-stop",
                        null,
                        answer(200, "application/x-ndjson", lines + "{\"event\":\"done\"}")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void asksForTheHeaders() {
        String body = "{" + CREDENTIAL + ",\"clientSecret\":\"kac_\"}";
        Fields type = Fields.of("Content-Type", "application/json");

        assertThatCode(() -> check("POST", API, null, new Answer(201, type.and("Cache-Control", "no-store"), body)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("POST", API, null, new Answer(201, type, body)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cache-Control");
    }

    @Test
    void knowsThePageOfALink() {
        assertThatCode(() -> check("POST", LINK, "", answer(410, "text/html;charset=UTF-8", "<p>Gone.</p>")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("GET", LINK, null, answer(503, "text/html", "<p>Not now.</p>")))
                .isInstanceOf(AssertionError.class);
    }

    private static void get(String path, int status, String body) {
        check("GET", API + path, null, answer(status, "application/json", body));
    }

    private static void check(String method, String url, @Nullable String body, Answer answer) {
        DocumentedApi.check(method, url, body, answer);
    }

    private static Answer answer(int status, String type, String body) {
        return new Answer(status, Fields.of("Content-Type", type), body);
    }

    private static String problems(String code) {
        return "{\"errors\":[{\"field\":\"\",\"code\":\"" + code
                + "\",\"errorMessage\":\"Wrong.\",\"params\":[]}],\"errorMessage\":\"Wrong.\"}";
    }
}
