package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests to change the permission sets of a realm are accepted, and from whom. */
@KeycloakTest(realm = PermissionSetsRequestIT.WithoutCredentials.class)
final class PermissionSetsRequestIT {

    private final TestRealm realm;

    PermissionSetsRequestIT(TestRealm realm) {
        this.realm = realm;
    }

    static final class WithoutCredentials implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            SampleSets.removeCredentials(content);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Answer refused = replace(Answer.parse("""
                [{"type": "Trading", "name": "T", "catalogue": [
                   {"type": "order", "action": "create", "scopes": ["desk", "desk"]},
                   {"type": "order", "scopes": [5], "extra": 1}]},
                 {"type": "empty", "name": "Empty set", "description": "Nothing", "catalogue": []}]
                """));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(places(refused))
                .containsExactlyInAnyOrder(
                        "[0].type word_malformed",
                        "[0].name text_length",
                        "[0].description text_missing",
                        "[0].catalogue[0].scopes[1] duplicate_entry",
                        "[0].catalogue[1].action word_missing",
                        "[0].catalogue[1].scopes[0] not_text",
                        "[0].catalogue[1].extra unknown_field",
                        "[0].catalogue defaults_empty",
                        "[1].catalogue list_empty");
        assertThat(refused.json().path("errors"))
                .filteredOn(error -> error.path("field").asText().equals("[0].type"))
                .singleElement()
                .satisfies(error -> assertThat(error.at("/params/0").asText()).isEqualTo("Trading"));
        assertThat(sets()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"{}, body_not_list", "[], list_empty", "[5], not_object", "'', body_missing"})
    void anythingButAListOfSetsIsRefused(String body, String code) {
        Answer refused = realm.admin().below("api-credentials").put("permission-sets", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(codes(refused)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?keepGranted=yes", "?keepGranted", "?keep=true"})
    void aWrongParameterIsRefused(String query) {
        AdminClient credentials = realm.admin().below("api-credentials");

        assertThat(credentials
                        .put("permission-sets" + query, SampleSets.trading())
                        .status())
                .isEqualTo(400);
        assertThat(credentials.delete("permission-sets" + query).status()).isEqualTo(400);
        assertThat(sets()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "manage-clients, 403",
        "manage-api-credentials, 403",
        "view-api-credentials, 403",
        "manage-api-credential-settings, 200",
        "manage-realm, 200"
    })
    void settingsNeedARightOfTheirOwn(String role, int status) {
        try (NewUser user = NewUser.in(realm.admin(), "user-with-one-role")) {
            user.give("realm-management", role);
            AdminClient credentials =
                    realm.admin().as(user.login(realm.url(), "demo-cli")).below("api-credentials");

            assertThat(credentials.put("permission-sets", SampleSets.trading()).status())
                    .isEqualTo(status);
            assertThat(credentials.delete("permission-sets").status()).isEqualTo(status);
            assertThat(credentials.get("permission-sets").status()).isEqualTo(200);
        }
    }

    /** The realm file in docs/configuration.md. */
    @Test
    void aRealmFileHasThemAsTheDocumentShows(KeycloakServer server) throws IOException {
        String document = Files.readString(Path.of("docs", "configuration.md"));
        String file = document.substring(document.indexOf("### Permission sets of a realm"));
        ObjectNode content = (ObjectNode)
                Answer.parse(file.substring(file.indexOf("```json") + 7, file.indexOf("```\n\nThe [REST API]")));

        try (TestRealm documented =
                TestRealm.create(server, change -> change.removeAll().setAll(content))) {
            JsonNode sets = documented
                    .admin()
                    .get("api-credentials/permission-sets")
                    .expect(200)
                    .json();
            assertThat(sets).hasSize(1);
            assertThat(sets.at("/0/name").asText()).isEqualTo("Trading");
        }
    }

    private Answer replace(JsonNode sets) {
        return realm.credentials().replacePermissionSets(sets);
    }

    private JsonNode sets() {
        return realm.credentials().permissionSets().expect(200).json();
    }

    private static List<String> codes(Answer refused) {
        return refused.json().path("errors").findValuesAsText("code");
    }

    private static List<String> places(Answer refused) {
        List<String> fields = refused.json().path("errors").findValuesAsText("field");
        List<String> codes = codes(refused);
        return IntStream.range(0, codes.size())
                .mapToObj(index -> fields.get(index) + " " + codes.get(index))
                .toList();
    }
}
