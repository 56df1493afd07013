package io.apicredentials.it.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a realm demands of its credentials: of new ones and of those that are changed, by whatever way of editing. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemandsIT {

    private static final String DEMANDS =
            "{\"addresses\":{\"allAllowed\":false,\"widestPrefix\":16},\"owner\":{\"required\":true},"
                    + "\"expiry\":{\"required\":true,\"maxDays\":30}}";

    private final TestRealm realm;

    /** Older than the demands. */
    private final ClientCredentials old;

    private final ClientCredentials oldAndDisabled;

    DemandsIT(KeycloakServer server) {
        realm = TestRealm.create(server, "demands");
        old = realm.credentials().issue(CredentialRequests.of("wallets", "0.0.0.0/0"));
        oldAndDisabled = realm.credentials().issue(CredentialRequests.of("wallets", "0.0.0.0/0"));
        realm.credentials().disable(oldAndDisabled.id()).expect(200);
        realm.credentials().changeSettings(DEMANDS).expect(200);
    }

    @AfterAll
    void remove() {
        realm.close();
    }

    @Test
    void aNewCredentialComplies() {
        Answer refused = realm.credentials()
                .create(CredentialRequests.of("wallets", "10.0.0.0/8"))
                .expect(400);

        assertThat(codes(refused))
                .containsExactly("range_too_wide", "owner_team_missing", "owner_contact_missing", "expiry_missing");
        assertThat(refused.json().path("errors").findValuesAsText("field"))
                .containsExactly("allowedIps[0]", "owner.team", "owner.contact", "expiresAt");
        realm.credentials().create(complying()).expect(201);
    }

    @Test
    void anEndTooFarAwayIsRefusedWithTheLatestThatIsRight() {
        Answer refused = realm.credentials()
                .create(complying().put("expiresAt", "2099-01-01T00:00:00Z"))
                .expect(400);

        assertThat(codes(refused)).containsExactly("expiry_too_far");
        assertThat(refused.json().at("/errors/0/params/1").asText()).isEqualTo("30");
    }

    @Test
    void anOlderCredentialGoesOnWorkingAndIsListed() {
        realm.tokenEndpoint().request(old).expect(200);

        JsonNode read = realm.credentials().get(old.id()).expect(200).json();
        assertThat(read.path("violations").toString())
                .isEqualTo("[\"all_addresses_not_allowed\",\"owner_team_missing\",\"owner_contact_missing\","
                        + "\"expiry_missing\"]");
        assertThat(ids("violates", "true")).contains(old.id(), oldAndDisabled.id());
        assertThat(ids("violates", "false")).doesNotContain(old.id());
    }

    @Test
    void anOlderCredentialIsChangedOnlyToOneThatComplies() {
        ObjectNode present = (ObjectNode) realm.credentials().get(old.id()).json();

        assertThat(codes(realm.credentials()
                        .update(old.id(), present.deepCopy().put("name", "Another name"))
                        .expect(400)))
                .contains("all_addresses_not_allowed");
        realm.credentials().update(old.id(), present).expect(200);
    }

    @Test
    void anOlderCredentialIsDisabledButNotEnabled() {
        assertThat(codes(realm.credentials().enable(oldAndDisabled.id()).expect(400)))
                .contains("all_addresses_not_allowed");
        realm.credentials().disable(oldAndDisabled.id()).expect(200);
    }

    @Test
    void keycloaksOwnEditsComplyToo() {
        ObjectNode client = client(old);

        Answer refused = realm.admin()
                .put("clients/" + old.id(), client.deepCopy().put("name", "Another name"))
                .expect(400);
        assertThat(refused.body()).contains("In this realm no credential can be used from all IP addresses");
        realm.admin()
                .put("clients/" + oldAndDisabled.id(), client(oldAndDisabled).put("enabled", true))
                .expect(400);
        assertThat(realm.credentials()
                        .get(oldAndDisabled.id())
                        .json()
                        .path("enabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void keycloaksOwnEditDisablesAnOlderCredential() {
        ClientCredentials credential = ClientCredentials.of(realm.credentials().create(complying()));
        ObjectNode client = client(credential);

        realm.admin()
                .put("clients/" + credential.id(), client.put("enabled", false))
                .expect(204);
    }

    @Test
    void aPartialImportBringsNoNewCredentialThatDoesNotComply() {
        ObjectNode client = client(old);
        client.remove("id");
        client.put("clientId", "apicred-imported");
        ObjectNode content = client.objectNode().put("ifResourceExists", "FAIL");
        content.putArray("clients").add(client);

        Answer refused = realm.admin().post("partialImport", content);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("In this realm no credential can be used from all IP addresses");
    }

    @Test
    void aRealmFileBringsItsCredentialsAsTheyWere(KeycloakServer server) {
        ObjectNode exported = (ObjectNode) realm.admin()
                .post("partial-export?exportClients=true", "")
                .expect(200)
                .json();

        try (TestRealm copy =
                TestRealm.create(server, content -> content.setAll(moved(content, exported, old.clientId())))) {
            JsonNode read = copy.credentials()
                    .list(Fields.of("search", old.clientId()))
                    .expect(200)
                    .json()
                    .get(0);
            copy.tokenEndpoint().request(old).expect(200);
            assertThat(read.path("violations")).isNotEmpty();
            assertThat(copy.credentials().settings().json())
                    .isEqualTo(realm.credentials().settings().json());
        }
    }

    /** A client and the attributes of a realm, for another one on the same server. */
    private static ObjectNode moved(ObjectNode content, ObjectNode exported, String clientId) {
        ObjectNode moved = content.objectNode();
        moved.set("attributes", exported.path("attributes"));
        exported.path("clients").forEach(client -> {
            if (client.path("clientId").asText().equals(clientId)) {
                content.withArray("clients").add(((ObjectNode) client).without("id"));
            }
        });
        return moved;
    }

    private ObjectNode complying() {
        ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1")
                .put("expiresAt", Instant.now().plus(29, ChronoUnit.DAYS).toString());
        request.putObject("owner").put("team", "Treasury").put("contact", "treasury@example.com");
        return request;
    }

    private ObjectNode client(ClientCredentials credential) {
        return (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();
    }

    private List<String> ids(String parameter, String value) {
        return realm.credentials()
                .list(Fields.of(parameter, value).and("max", "100"))
                .expect(200)
                .json()
                .findValuesAsText("id");
    }

    private static List<String> codes(Answer refused) {
        return refused.json().path("errors").findValuesAsText("code");
    }
}
