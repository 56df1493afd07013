package io.apicredentials.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import io.apicredentials.testing.openapi.ApiDocument;
import io.apicredentials.testing.openapi.DescribedAnswer;
import io.apicredentials.testing.openapi.Operation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is sent to the API under test, and what that answers, with its OpenAPI document. A request that is not accepted may
 * be anything; whatever is answered has to be in the document.
 */
final class DocumentedApi {

    private static final Pattern PATH =
            Pattern.compile(".*/(?:admin/)?realms/[^/]+(/api-credentials(?:/.*)?|/api-credential-delivery/[^/]+)");

    private static final Set<Integer> NOT_THERE = Set.of(401, 403, 404, 405);

    /** Keycloak refuses paths with dots in them before it looks for who answers. */
    private static final String NOT_NORMALIZED = "\"missingNormalization\"";

    /** With these, in a shape of Keycloak's, any operation may be refused before it begins, or at its commit. */
    private static final Set<Integer> BY_KEYCLOAK = Set.of(400, 409, 503);

    /** The page that hands secrets over; where Keycloak cannot commit a pick-up, its answer is no page. */
    private static final String PAGE = "/api-credential-delivery/";

    private static final Set<String> KEYCLOAKS_FIELDS = Set.of("error", "error_description");
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final String request;
    private final Answer answer;

    private DocumentedApi(String request, Answer answer) {
        this.request = request;
        this.answer = answer;
    }

    /**
     * Compares, if it is about the API under test.
     *
     * @throws AssertionError for what the document does not have
     */
    static void check(String method, String url, @Nullable String body, Answer answer) {
        Matcher path = PATH.matcher(URI.create(url).getRawPath());
        boolean hasReachedIt = !answer.body().contains(NOT_NORMALIZED) && !isKeycloaks(url, answer);
        if (path.matches() && !method.equals("OPTIONS") && hasReachedIt) {
            new DocumentedApi(method + " " + url, answer).check(method, path.group(1), URI.create(url), body);
        }
    }

    private static boolean isKeycloaks(String url, Answer answer) {
        boolean mayBe = BY_KEYCLOAK.contains(answer.status()) || (answer.status() == 500 && url.contains(PAGE));
        if (!mayBe || !answer.body().startsWith("{")) {
            return false;
        }
        JsonNode json = answer.json();
        return json.has("error")
                && json.properties().stream().map(Map.Entry::getKey).allMatch(KEYCLOAKS_FIELDS::contains);
    }

    private void check(String method, String path, URI url, @Nullable String body) {
        boolean isHead = method.equals("HEAD");
        Optional<Operation> operation = ApiDocument.shipped().find(isHead ? "GET" : method, path);
        if (operation.isEmpty() || (isHead && NOT_THERE.contains(answer.status()))) {
            require(NOT_THERE.contains(answer.status()), "there is no such operation");
            return;
        }
        DescribedAnswer described = operation
                .flatMap(one -> one.answer(answer.status()))
                .orElseThrow(() -> wrong("there is no such status"));
        described.requiredHeaders().forEach((name, value) -> requireHeader(name, value));
        if (!isHead) {
            checkBody(described);
        }
        if (answer.status() < 300) {
            checkQuery(operation.orElseThrow(), Optional.ofNullable(url.getRawQuery()));
            checkRequest(operation.orElseThrow(), body);
        }
    }

    private void requireHeader(String name, JsonNode value) {
        Optional<String> given = answer.header(name);
        require(given.isPresent() && (value.isMissingNode() || value.asText().equals(given.get())), "header " + name);
    }

    private void checkBody(DescribedAnswer described) {
        if (described.types().isEmpty()) {
            require(answer.body().isEmpty(), "it has no body");
            return;
        }
        String type = answer.header("Content-Type")
                .map(header -> header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT))
                .orElse("");
        require(described.types().contains(type), "the types are " + described.types() + " and not '" + type + "'");
        if (type.equals(JSON)) {
            checkJson(described.schema(type), answer.json());
        } else if (type.equals(LINES)) {
            answer.body().lines().forEach(line -> checkJson(described.schema(type), Answer.parse(line)));
        }
    }

    private void checkQuery(Operation operation, Optional<String> query) {
        Stream<String> names = query.stream()
                .flatMap(text -> Stream.of(text.split("&")))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.split("=", 2)[0]);
        List<String> unknown = names.filter(name -> !operation.queryParameters().containsKey(name))
                .toList();
        require(unknown.isEmpty(), "there are no parameters " + unknown);
    }

    private void checkRequest(Operation operation, @Nullable String body) {
        if (body == null || body.isEmpty() || !operation.hasBody()) {
            return;
        }
        if (operation.readsLines()) {
            accepted(body).forEach(line -> checkJsonRequest(operation, line));
        } else {
            checkJsonRequest(operation, body);
        }
    }

    /** The lines of a request that were accepted. */
    private Stream<String> accepted(String body) {
        List<String> lines = body.lines().toList();
        return answer.body()
                .lines()
                .map(Answer::parse)
                .filter(line -> line.has("line") && line.path("status").asInt() < 300)
                .map(line -> lines.get(line.path("line").asInt() - 1));
    }

    private void checkJsonRequest(Operation operation, String body) {
        JsonNode json = Answer.parse(body.replaceFirst("^\ufeff", ""));
        if (json instanceof ObjectNode fields) {
            fields.removeIf(DocumentedApi::isEmpty);
        }
        checkJson(operation.bodySchema(), json);
    }

    /** Such fields count as left out. */
    private static boolean isEmpty(JsonNode value) {
        boolean isEmptyText = value.isTextual() && value.textValue().isEmpty();
        return value.isNull() || isEmptyText || (value.isArray() && value.isEmpty());
    }

    private void checkJson(Schema schema, JsonNode json) {
        List<String> errors = schema.validate(json).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
        require(errors.isEmpty(), String.join("; ", errors));
    }

    private void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw wrong(otherwise);
        }
    }

    private AssertionError wrong(String what) {
        return new AssertionError("not as the OpenAPI document has it: " + what + "\n" + request + " answered "
                + answer.status() + ": " + answer.body());
    }
}
