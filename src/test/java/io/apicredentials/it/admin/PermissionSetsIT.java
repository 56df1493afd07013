package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Events;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RequestPairs;
import io.apicredentials.testing.RequestPairs.Pair;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A realm can have permission sets of its own. */
@KeycloakTest
final class PermissionSetsIT {

    private static final String ATTRIBUTE = "api.credential.permission-sets";

    /** One for each test, without credentials, since the sets are those of the whole realm. */
    @AutoClose
    private final TestRealm realm;

    @AutoClose
    private final RequestPairs pairs = new RequestPairs();

    PermissionSetsIT(KeycloakServer server) {
        this.realm = TestRealm.create(server, SampleSets::removeCredentials);
    }

    @Test
    void newSetsAreAnsweredAsTheyAreRead() {
        JsonNode answer = replace(SampleSets.trading()).expect(200).json();

        assertThat(answer).hasSize(1);
        assertThat(answer.at("/0/name").asText()).isEqualTo("Trading desk");
        assertThat(answer.at("/0/defaultPermissions/0"))
                .hasToString("{\"type\":\"order\",\"action\":\"create\",\"scope\":\"org\"}");
        assertThat(sets()).isEqualTo(answer);
    }

    @Test
    void credentialsAreOfTheNewSetsAndOfNoOthers() {
        replace(SampleSets.trading()).expect(200);

        ClientCredentials credential = issue("trading");
        Answer refused = realm.credentials().create(CredentialRequests.of("wallets", "127.0.0.1"));

        JsonNode claims = realm.tokenEndpoint().request(credential).claims();
        assertThat(claims.path("permission_set").asText()).isEqualTo("trading");
        assertThat(claims.path("permissions")).hasSize(3);
        assertThat(codes(refused)).containsExactly("permission_set_unknown");
        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void theListIsFilteredByTheNewSets() {
        replace(SampleSets.trading()).expect(200);
        issue("trading");
        AdminClient credentials = realm.admin().below("api-credentials");

        assertThat(credentials.get("count?permissionSet=trading").body()).isEqualTo("1");
        assertThat(credentials.get("count?permissionSet=wallets").status()).isEqualTo(400);
    }

    @Test
    void anEditThroughKeycloakIsJudgedByTheNewSets() {
        replace(SampleSets.trading()).expect(200);
        String id = issue("trading").id();

        assertThat(editPermissions(id, "order:read:desk:7").status()).isEqualTo(204);
        assertThat(editPermissions(id, "vault:read:org:*").status()).isEqualTo(400);
    }

    @Test
    void whatWasReadCanBeSentBackAndWritesNothing() {
        JsonNode read = sets();

        assertThat(replace(read).expect(200).json()).isEqualTo(read);
        assertThat(attribute()).isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void theSameSetsAgainWriteNothing() {
        replace(SampleSets.trading()).expect(200);
        assertThat(replace(SampleSets.trading()).status()).isEqualTo(200);
        assertThat(events()).hasSize(1);
    }

    @Test
    void theAttributeIsTheSetsAndNothingElse() {
        replace(SampleSets.trading()).expect(200);

        assertThat(Answer.parse(attribute())).isEqualTo(SampleSets.trading());
    }

    @Test
    void theAdminEventSaysWhatWasReplacedByWhat() {
        ArrayNode sets = SampleSets.builtIn();
        ((ObjectNode) sets.get(3)).put("name", "Observing");

        replace(sets).expect(200);

        JsonNode event = events().get(0);
        assertThat(event.path("operationType").asText()).isEqualTo("UPDATE");
        assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/permission-sets");
        JsonNode change = Events.representation(event);
        assertThat(change.path("before")).hasSize(1);
        assertThat(change.path("before").get(0)).isEqualTo(SampleSets.builtIn().get(3));
        assertThat(change.path("after")).hasSize(1);
        assertThat(change.at("/after/0/name").asText()).isEqualTo("Observing");
    }

    @Test
    void setsAreNotTakenFromCredentialsThatHoldThem() {
        ClientCredentials credential = issue("wallets");

        Answer refused = replace(SampleSets.trading());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(codes(refused)).containsExactly("permission_sets_in_use");
        assertThat(refused.json().at("/errors/0/params/1").asText()).isEqualTo("1");
        assertThat(refused.json().at("/errors/0/params/2").asText())
                .isEqualTo("Test of wallets (" + credential.clientId() + ")");
        assertThat(sets()).hasSize(4);
        assertThat(events()).isEmpty();
    }

    @Test
    void noScopeIsTakenFromACredentialThatHasIt() {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
        realm.credentials().issue(CredentialRequests.grant(request, "vault", "read", "vault"));
        ArrayNode narrower = SampleSets.builtIn();
        ((ArrayNode) narrower.at("/0/catalogue/1/scopes")).remove(1);

        assertThat(replace(narrower).status()).isEqualTo(409);
    }

    @Test
    void whatNoCredentialHoldsCanBeTakenAway() {
        issue("monitoring");
        ArrayNode sets = SampleSets.builtIn();
        sets.remove(0);

        assertThat(replace(sets).expect(200).json()).hasSize(3);
    }

    @Test
    void aCredentialGoesOnWithWhatItIsLeft() {
        ClientCredentials credential = issue("wallets");
        JsonNode before = realm.tokenEndpoint().request(credential).claims().path("permissions");

        realm.credentials()
                .replacePermissionSetsAndKeepGranted(SampleSets.trading())
                .expect(200);

        JsonNode claims = realm.tokenEndpoint().request(credential).claims();
        assertThat(claims.path("permissions")).isEqualTo(before);
        assertThat(claims.path("permission_set").asText()).isEqualTo("wallets");
        assertThat(realm.credentials().get(credential.id()).expect(200).json().has("refusal"))
                .isFalse();
    }

    @Test
    void deletingThemReturnsToTheBuiltInOnes() {
        JsonNode before = sets();
        replace(SampleSets.trading()).expect(200);

        JsonNode answer = realm.credentials().resetPermissionSets().expect(200).json();

        assertThat(answer).isEqualTo(before);
        assertThat(sets()).isEqualTo(before);
        assertThat(attribute()).isEmpty();
        assertThat(events().get(0).path("operationType").asText()).isEqualTo("DELETE");
    }

    @Test
    void deletingThemIsRefusedWhileTheyAreHeld() {
        replace(SampleSets.trading()).expect(200);
        issue("trading");

        assertThat(realm.credentials().resetPermissionSets().status()).isEqualTo(409);
        assertThat(sets()).hasSize(1);
    }

    @Test
    void whereThereAreNoneDeletingThemDoesNothing() {
        realm.credentials().resetPermissionSets().expect(200);

        assertThat(events()).isEmpty();
    }

    @Test
    void ofTwoAtOnceOneIsThereAsAWhole() {
        ArrayNode fewer = SampleSets.builtIn();
        fewer.remove(0);
        for (long delay : RequestPairs.delays(20)) {
            realm.credentials().resetPermissionSets().expect(200);

            Pair answers = pairs.send(() -> replace(SampleSets.trading()), () -> replace(fewer), delay);

            assertThat(answers.first().status()).as(answers.toString()).isEqualTo(200);
            assertThat(answers.second().status()).as(answers.toString()).isEqualTo(200);
            assertThat(sets())
                    .as("after %s microseconds", delay)
                    .isIn(answers.first().json(), answers.second().json());
        }
    }

    private Answer replace(JsonNode sets) {
        return realm.credentials().replacePermissionSets(sets);
    }

    private JsonNode sets() {
        return realm.credentials().permissionSets().expect(200).json();
    }

    private ClientCredentials issue(String set) {
        return realm.credentials().issue(CredentialRequests.of(set, "127.0.0.1"));
    }

    private Answer editPermissions(String id, String permissions) {
        ObjectNode client =
                (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
        client.withObject("/attributes").put("api.credential.permissions", permissions);
        return realm.admin().put("clients/" + id, client);
    }

    private String attribute() {
        return realm.admin().get("").json().at("/attributes/" + ATTRIBUTE).asText();
    }

    private List<JsonNode> events() {
        return realm.events().ofAdmins("API_CREDENTIAL_SETTINGS");
    }

    private static List<String> codes(Answer refused) {
        return refused.json().path("errors").findValuesAsText("code");
    }
}
