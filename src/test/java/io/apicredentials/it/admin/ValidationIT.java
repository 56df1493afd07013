package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Rejections;
import io.apicredentials.testing.Rejections.Problem;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for name, description and permission set, and that everything wrong is told at once. */
@KeycloakTest
final class ValidationIT {

    private static final String SETS = "; choose one of: wallets, transactions, controls, monitoring.";
    private static final String LENGTH = "; write 5 to 50 characters, not counting white space around them.";
    private static final String CONTROL =
            "It contains a control or invisible character; write printable characters only.";

    private final TestRealm realm;
    private final Rejections rejections;

    ValidationIT(KeycloakServer server, TestRealm realm) {
        this.realm = realm;
        this.rejections = new Rejections(server, realm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12345", "  12345  ", "Production - Treasury Service", "🔑🔑🔑🔑🔑", "Schlüssel für Zürich"})
    void takesANameOfFiveCharactersOrMore(String name) {
        JsonNode created = realm.credentials()
                .create(request().put("name", name))
                .expect(201)
                .json();

        assertThat(created.path("name").asText()).isEqualTo(name.strip());
    }

    @Test
    void takesANameAndADescriptionOfFiftyCharacters() {
        String fifty = "🔑".repeat(50);

        JsonNode created = realm.credentials()
                .create(request().put("name", fifty).put("description", fifty))
                .expect(201)
                .json();

        assertThat(created.path("name").asText()).isEqualTo(fifty);
        assertThat(created.path("description").asText()).isEqualTo(fifty);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "1234, 4", "' 1234 ', 4", "123456789012345678901234567890123456789012345678901, 51"})
    void refusesANameOfTheWrongLength(String name, int length) {
        assertThat(rejections.create(request().put("name", name)))
                .containsExactly(new Problem("name", "Its length is " + length + LENGTH));
    }

    @ParameterizedTest
    @CsvSource({"' ', 0", "1234, 4", "123456789012345678901234567890123456789012345678901, 51"})
    void refusesADescriptionOfTheWrongLength(String description, int length) {
        assertThat(rejections.create(request().put("description", description)))
                .containsExactly(new Problem("description", "Its length is " + length + LENGTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Line\nbreak", "Tabu\tlator", "Nothing\u0000here", "Escape\u001b[31m", "Lines\u2028apart"})
    void refusesControlCharacters(String text) {
        assertThat(rejections.create(request().put("name", text).put("description", text)))
                .containsExactly(new Problem("name", CONTROL), new Problem("description", CONTROL));
    }

    @Test
    void tellsEverythingThatIsWrongWithOneField() {
        assertThat(rejections.create(request().put("name", "a\tb")))
                .containsExactly(new Problem("name", "Its length is 3" + LENGTH), new Problem("name", CONTROL));
    }

    @Test
    void refusesAMissingName() {
        ObjectNode request = request();
        request.remove("name");

        assertThat(rejections.create(request))
                .containsExactly(new Problem("name", "The name is missing; write 5 to 50 characters."));
    }

    @Test
    void takesACredentialWithoutDescription() {
        ObjectNode request = request();
        request.remove("description");

        JsonNode created = realm.credentials().create(request).expect(201).json();

        assertThat(created.has("description")).isFalse();
    }

    /** As clients send it that have one class for requests and answers. */
    @Test
    void takesEmptyValuesOfWhatOnlyAnswersHave() {
        ObjectNode request = request().put("description", "").put("clientId", "");
        for (String field : List.of("id", "enabled", "createdBy", "createdAt", "updatedAt", "clientSecret")) {
            request.putNull(field);
        }
        request.putArray("warnings");

        JsonNode created = realm.credentials().create(request).expect(201).json();

        assertThat(created.has("description")).isFalse();
        assertThat(created.path("enabled").asBoolean()).isTrue();
        assertThat(created.path("clientId").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wallets", "nonsense", "wallets "})
    void refusesAnUnknownPermissionSet(String set) {
        assertThat(rejections.create(request().put("permissionSet", set)))
                .containsExactly(new Problem("permissionSet", "There is no such permission set" + SETS));
    }

    @Test
    void refusesAMissingPermissionSet() {
        ObjectNode request = request();
        request.remove("permissionSet");

        assertThat(rejections.create(request))
                .containsExactly(new Problem("permissionSet", "The permission set is missing" + SETS));
    }

    @Test
    void tellsEverythingAtOnce() {
        ObjectNode request = CredentialRequests.of("nonsense", "127.0.0.1", "10.0.0.1/8", "localhost")
                .put("name", "no")
                .put("description", "no")
                .put("surprise", true);
        request.withArray("permissions").addObject().put("type", "vault").put("extra", 1);

        assertThat(rejections.create(request))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(
                        "permissionSet",
                        "name",
                        "description",
                        "allowedIps[1]",
                        "allowedIps[2]",
                        "surprise",
                        "permissions[0].extra");
    }

    @Test
    void anUpdateKnowsTheSameRules() {
        String id = realm.credentials().issue(request()).id();

        assertThat(rejections.update(id, "{\"name\":\"no\",\"allowedIps\":[\"localhost\"],\"permissions\":[]}"))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("name", "allowedIps[0]", "permissions");
    }

    @Test
    void anUpdateNeedsEverythingButTheDescription() {
        String id = realm.credentials().issue(request()).id();

        assertThat(rejections.update(id, "{}"))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("name", "allowedIps", "permissions");
    }

    @Test
    void theOffendingValueIsRepeated() {
        JsonNode errors = realm.credentials()
                .create(request().put("name", "no"))
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors.at("/0/params/0").asText()).isEqualTo("no");
    }

    @ParameterizedTest
    @CsvSource({
        "max, 0",
        "max, 101",
        "max, many",
        "first, -1",
        "first, 1.5",
        "enabled, yes",
        "permissionSet, nonsense",
        "name, any"
    })
    void refusesWrongParametersOfTheList(String parameter, String value) {
        JsonNode errors = realm.credentials()
                .list(Fields.of(parameter, value))
                .expect(400)
                .json()
                .path("errors");

        assertThat(errors).hasSize(1);
        assertThat(errors.at("/0/field").asText()).isEqualTo(parameter);
    }

    @Test
    void tellsTheCodeAndTheDetailsOfEachProblem() {
        ObjectNode request = request().put("name", "1234").put("permissionSet", "wallet");
        request.putArray("allowedIps").add("010.0.0.1").add("10.0.0.1/8").add(7);

        JsonNode errors = realm.credentials().create(request).expect(400).json().path("errors");

        assertThat(errors)
                .extracting(ValidationIT::codeAndParams)
                .containsExactlyInAnyOrder(
                        "text_length [\"1234\",\"4\",\"5\",\"50\"]",
                        "permission_set_unknown [\"wallet\",\"wallets, transactions, controls, monitoring\"]",
                        "address_leading_zero [\"010.0.0.1\"]",
                        "address_host_bits [\"10.0.0.1/8\",\"10.0.0.0/8\",\"10.0.0.1\"]",
                        "not_text [\"7\"]");
    }

    private static String codeAndParams(JsonNode error) {
        return error.path("code").asText() + " " + error.path("params");
    }

    private static ObjectNode request() {
        return CredentialRequests.of("wallets", "127.0.0.1");
    }
}
