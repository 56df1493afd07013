package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.Kcadm;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Ways around approval that are no edit of the client itself. */
@KeycloakTest
final class ApprovalBypassIT {

    private static final String WAITS = "for approval; ask for";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;
    private final AdminClient client;
    private final ObjectNode present;

    ApprovalBypassIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        realm.requireApproval();
        this.credential = AwaitedCredential.inForce(realm);
        this.client = realm.admin().below("clients/" + credential.id());
        this.present = read();
    }

    @Test
    void noMapperIsAddedBelowTheClient() {
        ObjectNode mapper = JsonNodeFactory.instance
                .objectNode()
                .put("name", "more")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        mapper.putObject("config").put("claim.name", "more").put("access.token.claim", "true");

        isRefused(client.post("protocol-mappers/models", mapper));
    }

    @Test
    void noClientScopeIsAddedOrTaken() {
        String roles =
                realm.admin().find("client-scopes", "name", "roles").path("id").asText();
        String ours = realm.admin()
                .find("client-scopes", "name", "api-credential")
                .path("id")
                .asText();

        isRefused(client.send("PUT", "default-client-scopes/" + roles, null));
        isRefused(client.delete("default-client-scopes/" + ours));
    }

    @Test
    void noRoleIsAddedToItsScope() {
        JsonNode role = realm.admin().get("roles/offline_access").expect(200).json();

        isRefused(client.post("scope-mappings/realm", "[" + role + "]"));
    }

    /** It is no part of what was approved, and nothing of it is in a token. */
    @Test
    void aRoleOfTheServiceAccountAddsNothingToTheToken() {
        JsonNode before = realm.tokenEndpoint().request(credential).claims();
        String account =
                client.get("service-account-user").expect(200).json().path("id").asText();
        JsonNode role = realm.admin().get("roles/offline_access").expect(200).json();
        realm.admin()
                .post("users/" + account + "/role-mappings/realm", "[" + role + "]")
                .expect(204);

        JsonNode after = realm.tokenEndpoint().request(credential).claims();

        assertThat(after.get("permissions")).isEqualTo(before.get("permissions"));
        assertThat(after.has("realm_access")).isFalse();
    }

    @Test
    void aRegeneratedSecretDoesNotWork() {
        Answer answer = client.send("POST", "client-secret", null);

        String secret = answer.json().path("value").asText();
        realm.tokenEndpoint()
                .request(new ClientCredentials("", credential.clientId(), secret))
                .expect(401);
        isAsItWas();
    }

    @Test
    void itIsNotDeletedAsAClient() {
        isRefused(client.delete(""));
    }

    @Test
    void itIsNotDeletedByRegistration() {
        isRefused(registration().delete(credential.clientId()));
    }

    @Test
    void noneIsRegistered() {
        ObjectNode forged = EditingWay.unknown(present);
        forged.remove(List.of("defaultClientScopes", "optionalClientScopes"));

        Answer refused = registration().post("", forged);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(WAITS);
        assertThat(named(forged)).isEmpty();
    }

    /** Keycloak gives out a token for one client, which speaks for nobody. */
    @Test
    void theTokenOfARegistrationEditsAndDeletesNothing() {
        String token = client.send("POST", "registration-access-token", null)
                .expect(200)
                .json()
                .path("registrationAccessToken")
                .asText();
        AdminClient registration = registration().as(() -> token);

        assertThat(registration
                        .put(credential.clientId(), read().put("name", "Edited elsewhere"))
                        .status())
                .isBetween(400, 403);
        assertThat(registration.delete(credential.clientId()).status()).isBetween(400, 403);

        isAsItWas();
    }

    @Test
    void kcadmEditsAndDeletesNothing() {
        Kcadm kcadm = Kcadm.login(server);
        String path = "clients/" + credential.id();

        Kcadm.Result edit = kcadm.attempt("update", path, "-r", realm.name(), "-s", "description=Edited by kcadm");
        Kcadm.Result deletion = kcadm.attempt("delete", path, "-r", realm.name());

        assertThat(edit.output()).contains(WAITS);
        assertThat(edit.status()).isNotZero();
        assertThat(deletion.output()).contains(WAITS);
        assertThat(deletion.status()).isNotZero();
        isAsItWas();
    }

    /** What nobody has approved is nothing that could be lost. */
    @Test
    void whatIsNotApprovedYetIsDeletedAtOnce() {
        String id = AwaitedCredential.asked(realm).path("id").asText();

        realm.admin().delete("clients/" + id).expect(204);

        realm.credentials().get(id).expect(404);
    }

    /** Deleted as what it still is, and brought in with what only the server writes. */
    @Test
    void whatIsDeletedBeforeItsApprovalDoesNotComeBackByAnImport() {
        String id = AwaitedCredential.asked(realm).path("id").asText();
        ObjectNode file =
                (ObjectNode) realm.admin().get("clients/" + id).expect(200).json();
        realm.admin().delete("clients/" + id).expect(204);
        file.put("enabled", true);
        file.withObject("/attributes").put("api.credential.request", UnapprovedEdit.forged("approved"));

        Answer refused = realm.admin().post("clients", file);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(WAITS);
        assertThat(named(file)).isEmpty();
    }

    /** It would be a client of another id, about which nobody can decide. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"ASKED", "NEW"})
    void itIsNotReplacedByAFileWhileSomethingIsAskedAboutIt(WaitingState state) {
        ObjectNode asked = (ObjectNode) realm.admin()
                .get("clients/" + state.credential(realm))
                .expect(200)
                .json();

        Answer refused = EditingWay.PARTIAL_IMPORT_OVERWRITE.send(realm, asked, file -> {});

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("cannot be replaced");
        assertThat(named(asked).get(0)).isEqualTo(asked);
    }

    private void isRefused(Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(WAITS);
        isAsItWas();
    }

    private void isAsItWas() {
        assertThat(read()).isEqualTo(present);
        realm.tokenEndpoint().request(credential).expect(200);
    }

    private AdminClient registration() {
        return realm.admin(Person.OWNER).elsewhere(realm.url() + "/clients-registrations/default");
    }

    private JsonNode named(ObjectNode file) {
        return realm.admin()
                .get("clients?clientId=" + file.path("clientId").asText())
                .expect(200)
                .json();
    }

    private ObjectNode read() {
        return (ObjectNode) client.get("").expect(200).json();
    }
}
