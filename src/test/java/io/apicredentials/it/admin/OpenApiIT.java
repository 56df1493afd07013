package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.openapi.ApiDocument;
import io.apicredentials.testing.openapi.Operation;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The document that the server answers, and that it has the parameters and fields that requests may have. */
@KeycloakTest
final class OpenApiIT {

    /** Those that do not read their query. */
    private static final Set<String> NO_QUERY = Set.of(
            "POST /api-credentials",
            "GET /api-credentials/{id}",
            "PUT /api-credentials/{id}",
            "GET /api-credentials/{id}/secrets",
            "POST /api-credentials/{id}/explain",
            "POST /api-credentials/{id}/what-if",
            "GET /api-credentials/approvals/{id}",
            "DELETE /api-credentials/approvals/{id}",
            "POST /api-credentials/approvals/{id}/decision");

    private static final ApiDocument DOCUMENT = ApiDocument.shipped();

    private static final Set<String> OF_THE_MOMENT = Set.of(
            "status", "ownerGone", "secrets", "delivery", "pending", "pickUp", "violations", "refusal", "warnings");

    /** Fields that may be there and are not read. */
    private static final Map<String, Set<String>> NOT_NAMED = Map.of(
            "/api-credentials/permission-sets", Set.of("defaultPermissions"),
            "/api-credentials/settings", Set.of("warnings", "pending"),
            "/api-credentials/{id}", OF_THE_MOMENT,
            "/api-credentials/{id}/what-if", with(OF_THE_MOMENT, "change"));

    private final TestRealm realm;

    OpenApiIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @EnumSource(
            value = Person.class,
            names = {"OWNER", "AUDITOR"})
    void isAnsweredWithTheAddressesOfTheRealm(Person who) {
        Answer answer = realm.admin(who).get("api-credentials/openapi.json").expect(200);

        JsonNode document = answer.json();
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/servers/0/url").asText())
                .isEqualTo(realm.admin().url(""));
        assertThat(document.at("/paths/~1api-credential-delivery~1{token}/servers/0/url")
                        .asText())
                .isEqualTo(realm.url());
        assertThat(document.path("paths").size()).isEqualTo((int)
                DOCUMENT.operations().stream().map(Operation::path).distinct().count());
    }

    @Test
    void isForThoseWhoMayLook() {
        realm.admin(Person.NOBODY).get("api-credentials/openapi.json").expect(403);
    }

    static Stream<Operation> operations() {
        return DOCUMENT.operations().stream()
                .filter(operation -> operation.path().startsWith("/api-credentials"));
    }

    /** The server names the parameters that it knows when it is given another one. */
    @ParameterizedTest
    @MethodSource("operations")
    void hasTheParameters(Operation operation) {
        Set<String> parameters = operation.queryParameters().keySet();
        if (NO_QUERY.contains(operation.toString())) {
            assertThat(parameters).isEmpty();
            return;
        }
        String path = path(operation) + "?" + required(operation) + "nonsense=1";

        Answer answer = operation.readsLines()
                ? realm.admin(Person.OWNER).postLines(path, "")
                : realm.admin(Person.OWNER).send(operation.method(), path, body(operation));

        assertThat(parameters)
                .containsExactlyInAnyOrderElementsOf(known(answer, Set.of("unknown_parameter", "no_parameters")));
    }

    static Stream<Operation> operationsWithABody() {
        return operations().filter(operation -> operation.hasBody() && !operation.readsLines());
    }

    /** The server names the fields that it knows when it is given another one. */
    @ParameterizedTest
    @MethodSource("operationsWithABody")
    void hasTheFieldsOfRequests(Operation operation) {
        boolean isList = operation.path().equals("/api-credentials/permission-sets");
        String body = isList ? "[{\"nonsense\":1}]" : "{\"nonsense\":1}";

        Answer answer = realm.admin(Person.OWNER).send(operation.method(), path(operation), body);

        JsonNode schema = operation.writtenBodySchema();
        Set<String> expected = known(answer, Set.of("unknown_field"));
        expected.addAll(NOT_NAMED.getOrDefault(operation.path(), Set.of()));
        assertThat(DOCUMENT.fields(isList ? schema.path("items") : schema).keySet())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "OwnerRequest, POST, '', '{\"owner\":{\"nonsense\":1}}'",
        "PermissionRequest, POST, '', '{\"permissions\":[{\"nonsense\":1}]}'",
        "StopFilter, POST, /emergency-stop, '{\"filter\":{\"nonsense\":1}}'",
        "Grant, PUT, /permission-sets, '[{\"catalogue\":[{\"nonsense\":1}]}]'"
    })
    void hasTheFieldsWithinRequests(String schema, String method, String path, String body) {
        Answer answer = realm.admin(Person.OWNER).send(method, "api-credentials" + path, body);

        assertThat(DOCUMENT.fields(DOCUMENT.schema(schema)).keySet())
                .containsExactlyInAnyOrderElementsOf(known(answer, Set.of("unknown_field")));
    }

    private static Set<String> with(Set<String> some, String more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private String path(Operation operation) {
        String id = realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1"))
                .id();
        return operation.path().substring(1).replace("{id}", id).replace("{secret}", "none");
    }

    private static String required(Operation operation) {
        return operation.path().matches("/api-credentials/(last-used|activity)") ? "id=none&" : "";
    }

    /** What is not read before the query is. */
    private static String body(Operation operation) {
        return operation.path().endsWith("emergency-stop")
                ? "{\"filter\":{\"all\":true},\"dryRun\":true}"
                : operation.path().endsWith("permission-sets") ? "[]" : "{}";
    }

    /** Those that the refusal of one that is not known names. */
    private static Set<String> known(Answer answer, Set<String> codes) {
        String names = StreamSupport.stream(
                        answer.expect(400).json().path("errors").spliterator(), false)
                .filter(error -> codes.contains(error.path("code").asText()))
                .map(error -> error.at("/params/1").asText())
                .findFirst()
                .orElseThrow();
        return Stream.of(names.split(", ")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
