package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Events;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every change leaves one admin event that says who did what to which credential, and never its secret. */
@KeycloakTest
final class AdminEventsIT {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final JsonNode created;

    AdminEventsIT(TestRealm realm) {
        this.realm = realm;
        Answer answer = realm.credentials(Person.ADMINISTRATOR).create(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credential = ClientCredentials.of(answer);
        this.created = answer.json();
    }

    @Test
    void aCreationSaysWhoCreatedWhatAndFromWhere() {
        JsonNode event = only("CREATE");

        assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/" + credential.id());
        assertThat(representation(event)).isEqualTo(withoutSecret(created));
        assertThat(event.at("/authDetails/userId").asText())
                .isEqualTo(created.path("createdBy").asText());
        assertThat(event.at("/authDetails/ipAddress").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void anUpdateSaysWhatTheCredentialIsNow() {
        ObjectNode update = CredentialRequests.of("wallets", "0.0.0.0/0").put("name", "Another name");
        update.remove("permissionSet");
        JsonNode updated = realm.credentials()
                .update(credential.id(), CredentialRequests.grant(update, "vault", "read", "org"))
                .expect(200)
                .json();

        JsonNode event = only("UPDATE");
        assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/" + credential.id());
        assertThat(representation(event)).isEqualTo(updated);
    }

    @Test
    void disablingIsAnActionThatRevokesNoTokens() {
        JsonNode disabled =
                realm.credentials().disable(credential.id()).expect(200).json();

        JsonNode event = only("ACTION");
        assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/" + credential.id() + "/disable");
        assertThat(event.at("/details/action").asText()).isEqualTo("disable");
        assertThat(event.at("/details/tokens_revoked").asText()).isEqualTo("false");
        assertThat(representation(event)).isEqualTo(disabled);
    }

    @Test
    void disablingSaysThatItRevokedTheTokens() {
        realm.credentials().disableAndRevoke(credential.id()).expect(200);

        assertThat(only("ACTION").at("/details/tokens_revoked").asText()).isEqualTo("true");
    }

    @Test
    void enablingIsAnAction() {
        realm.credentials().disable(credential.id()).expect(200);

        JsonNode enabled =
                realm.credentials().enable(credential.id()).expect(200).json();

        assertThat(of("ACTION"))
                .filteredOn(event -> event.at("/details/action").asText().equals("enable"))
                .singleElement()
                .satisfies(event -> assertThat(representation(event)).isEqualTo(enabled))
                .satisfies(event -> assertThat(event.path("resourcePath").asText())
                        .isEqualTo("api-credentials/" + credential.id() + "/enable"));
    }

    @Test
    void disablingAgainLeavesNoEvent() {
        realm.credentials().disable(credential.id()).expect(200);
        realm.credentials().disable(credential.id()).expect(200);

        assertThat(of("ACTION")).hasSize(1);
    }

    @Test
    void aDeletionSaysWhatTheCredentialWas() {
        realm.credentials().delete(credential.id()).expect(204);

        JsonNode event = only("DELETE");
        assertThat(event.path("resourcePath").asText()).isEqualTo("api-credentials/" + credential.id());
        assertThat(event.at("/details/tokens_revoked").asText()).isEqualTo("false");
        assertThat(representation(event)).isEqualTo(withoutSecret(created));
    }

    @Test
    void aDeletionSaysThatItRevokedTheTokens() {
        realm.credentials().deleteAndRevoke(credential.id()).expect(204);

        assertThat(only("DELETE").at("/details/tokens_revoked").asText()).isEqualTo("true");
    }

    /** Keycloak's filter by resource type knows its own types only; see docs/rest-api.md. */
    @ParameterizedTest
    @ValueSource(strings = {"api-credentials/*", "api-credentials/{id}*"})
    void areFoundByTheirPath(String path) {
        realm.credentials().disable(credential.id()).expect(200);
        Fields query =
                Fields.of("resourcePath", path.replace("{id}", credential.id())).and("max", "1000");

        JsonNode found = realm.admin()
                .get("admin-events?" + query.urlEncoded())
                .expect(200)
                .json();

        assertThat(found.findValuesAsText("resourceType")).isNotEmpty().containsOnly("API_CREDENTIAL");
        assertThat(found.findValuesAsText("resourcePath"))
                .contains("api-credentials/" + credential.id(), "api-credentials/" + credential.id() + "/disable");
    }

    @Test
    void aRefusedChangeLeavesNoEvent() {
        realm.credentials(Person.AUDITOR).disable(credential.id()).expect(403);
        realm.credentials().update(credential.id(), "{}").expect(400);

        assertThat(realm.events().ofCredential(credential.id())).hasSize(1);
    }

    @Test
    void noAdminEventHasTheSecret() {
        realm.credentials().disable(credential.id()).expect(200);
        realm.credentials().delete(credential.id()).expect(204);

        assertThat(realm.admin().get("admin-events?max=1000").expect(200).body())
                .contains(credential.id())
                .doesNotContain(credential.clientSecret())
                .doesNotContain("kac_");
    }

    @Test
    void oneChangeIsOneEventAndNothingElse() {
        List<JsonNode> others =
                realm.admin().get("admin-events?max=1000").expect(200).json().findParents("resourcePath").stream()
                        .filter(event -> event.toString().contains(credential.clientId()))
                        .toList();

        assertThat(others).hasSize(1);
    }

    private JsonNode only(String operation) {
        assertThat(of(operation)).hasSize(1);
        return of(operation).get(0);
    }

    private List<JsonNode> of(String operation) {
        return realm.events().ofCredential(credential.id()).stream()
                .filter(event -> event.path("operationType").asText().equals(operation))
                .toList();
    }

    private static JsonNode representation(JsonNode event) {
        return Events.representation(event);
    }

    private static JsonNode withoutSecret(JsonNode answer) {
        return ((ObjectNode) answer.deepCopy()).without("clientSecret");
    }
}
