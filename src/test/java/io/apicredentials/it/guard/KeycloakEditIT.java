package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Keycloak's own ways of editing clients may do with credentials, and with all other clients. */
@KeycloakTest
final class KeycloakEditIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    KeycloakEditIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    /** As from a tab of the console that has been open for long. */
    @Test
    void aStaleEditBringsBackNeitherPermissionsNorAddresses() {
        ObjectNode stale = read();
        ObjectNode update = CredentialRequests.grant(
                CredentialRequests.of("wallets", "127.0.0.1", "127.0.0.2"), "balances", "read", "org");
        update.remove("permissionSet");
        realm.credentials().update(credential.id(), update).expect(200);
        ObjectNode updated = read();

        Answer refused = client(stale.put("description", "Edited elsewhere"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("read it again and repeat the edit");
        assertThat(read()).isEqualTo(updated);
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(200);
    }

    @Test
    void anEditThatStartsFromThePresentStateIsTheBasisOfTheNext() {
        client(read().put("description", "The first edit")).expect(204);
        client(read().put("description", "The second edit")).expect(204);

        assertThat(read().path("description").asText()).isEqualTo("The second edit");
    }

    /** Keycloak's console sends one for a field that was cleared. */
    @Test
    void anEmptyDescriptionIsNone() {
        client(read().put("description", "")).expect(204);

        JsonNode edited = realm.credentials().get(credential.id()).expect(200).json();
        assertThat(edited.has("description")).isFalse();
        assertThat(edited.has("warnings")).isFalse();
    }

    /** It would refuse every token for as long, and a revocation is not taken back. */
    @ParameterizedTest
    @EnumSource(
            value = EditingWay.class,
            names = {"PARTIAL_IMPORT_SKIP"},
            mode = EnumSource.Mode.EXCLUDE)
    void aNotBeforeFarAheadIsRefused(EditingWay way) {
        ObjectNode present = read();
        ObjectNode given = way.bringsNew() ? EditingWay.unknown(present) : present;

        Answer refused = way.send(
                realm,
                given,
                client ->
                        client.put("notBefore", Instant.now().plusSeconds(3_600).getEpochSecond()));

        assertThat(refused.status())
                .as(refused.body())
                .isGreaterThanOrEqualTo(400)
                .isLessThan(500);
        assertThat(refused.body()).contains("'notBefore'");
        assertThat(read()).isEqualTo(present);
    }

    @Test
    void aNotBeforeWithinAMinuteIsAllowed() {
        client(read().put("notBefore", Instant.now().plusSeconds(20).getEpochSecond()))
                .expect(204);

        assertThat(read().path("notBefore").asInt()).isPositive();
    }

    @Test
    void aRefusedEditIsNotLoggedWhole(KeycloakServer server) {
        LogMark log = server.markLog();
        ObjectNode present = read();
        present.withObject("/attributes").put("api.credential.permissions", "x".repeat(300_000));

        client(present).expect(400);

        assertThat(log.lines())
                .filteredOn(line -> line.contains("Refused an edit of the API credential " + credential.clientId()))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(3_000).endsWith("more characters"));
    }

    @Test
    void disablingItInTheConsoleStopsIt() {
        client(read().put("enabled", false)).expect(204);

        assertThat(realm.tokenEndpoint().request(credential).status()).isEqualTo(401);
        assertThat(realm.events().refusalOf(credential.clientId())).isEqualTo("disabled");
    }

    @Test
    void aCredentialOfAnotherRealmCanBeImported() {
        ObjectNode exported = read();
        ClientCredentials imported = new ClientCredentials(
                "", EditingWay.unknown(exported).path("clientId").asText(), credential.clientSecret());
        exported.put("clientId", imported.clientId());
        exported.remove("id");

        EditingWay.PARTIAL_IMPORT_FAIL.send(realm, exported, client -> {}).expect(200);

        assertThat(realm.tokenEndpoint()
                        .request(imported)
                        .claims()
                        .path("client_id")
                        .asText())
                .isEqualTo(imported.clientId());
        assertThat(realm.tokenEndpoint().request(imported).claims().has("realm_access"))
                .isFalse();
    }

    /** An import knows clients by their client ID: with another one it brings a credential, whatever its id says. */
    @Test
    void anImportUnderAnotherClientIdLeavesACredentialAsItIs() {
        ObjectNode present = read();
        String another = EditingWay.unknown(present).path("clientId").asText();

        EditingWay.PARTIAL_IMPORT_OVERWRITE
                .send(realm, present, client -> client.put("clientId", another))
                .expect(200);

        assertThat(read()).isEqualTo(present);
        assertThat(find(another).path("id").asText()).isNotEmpty().isNotEqualTo(credential.id());
    }

    /** Keycloak says so itself, before our rules are asked. */
    @Test
    void aRegistrationUnderAnotherClientIdIsRefused() {
        ObjectNode present = read();
        String another = EditingWay.unknown(present).path("clientId").asText();

        Answer refused = EditingWay.REGISTRATION.send(realm, present, client -> client.put("clientId", another));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("Client Identifier modified");
        assertThat(read()).isEqualTo(present);
    }

    @Test
    void anImportThatSkipsLeavesACredentialAsItIs() {
        ObjectNode present = read();

        EditingWay.PARTIAL_IMPORT_SKIP
                .send(realm, present, client -> client.put("name", "Four").put("fullScopeAllowed", true))
                .expect(200);

        assertThat(read()).isEqualTo(present);
    }

    @Test
    void anImportThatFailsLeavesACredentialAsItIs() {
        ObjectNode present = read();

        Answer refused = EditingWay.PARTIAL_IMPORT_FAIL.send(realm, present, client -> client.put("name", "Four"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(read()).isEqualTo(present);
    }

    @Test
    void aRegistrationAccessTokenMadeForACredentialIsGoodForNothing() {
        String token = realm.admin()
                .send("POST", "clients/" + credential.id() + "/registration-access-token", null)
                .expect(200)
                .json()
                .path("registrationAccessToken")
                .asText();
        assertThat(token).isNotEmpty();
        ObjectNode present = read();

        Answer refused = realm.admin()
                .as(() -> token)
                .elsewhere(realm.url() + "/clients-registrations/default")
                .put(credential.clientId(), present.deepCopy().put("description", "Edited elsewhere"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(read()).isEqualTo(present);
    }

    private Answer client(ObjectNode edited) {
        return EditingWay.client(realm, edited).put("", edited);
    }

    private ObjectNode read() {
        return (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();
    }

    private ObjectNode find(String clientId) {
        return (ObjectNode) realm.admin()
                .get("clients?clientId=" + clientId)
                .expect(200)
                .json()
                .path(0);
    }
}
