package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Keycloak believes a token without a session, whoever a mapper of its client says that it is from. Nobody asks, votes,
 * withdraws or picks a secret up by such a token.
 */
@KeycloakTest
final class ImpostorIT {

    private static final ClientCredentials CLIENT = new ClientCredentials("", "somebody", "a-secret-of-somebody");

    private final TestRealm realm;

    ImpostorIT(KeycloakServer server) {
        realm = TestRealm.create(server, "impostor-");
        realm.requireApproval();
    }

    @AfterEach
    void removeTheRealm() {
        realm.close();
    }

    @Test
    void nobodyVotesInTheNameOfAnApprover() {
        JsonNode asked = AwaitedCredential.asked(realm);
        String approver = realm.admin().firstId("users?exact=true&username=approver");

        Answer refused = new ApprovalsApi(impostor(approver))
                .approve(AwaitedCredential.request(asked))
                .expect(403);

        assertThat(code(refused)).isEqualTo("not_in_person");
        assertThat(realm.approvals(Person.APPROVER)
                        .get(AwaitedCredential.request(asked))
                        .json()
                        .path("votes"))
                .isEmpty();
    }

    /** Who asks in the name of somebody else could approve it in the own name. */
    @Test
    void nobodyAsksInTheNameOfAManager() {
        String administrator = realm.admin().firstId("users?exact=true&username=administrator");
        int before = realm.credentials().count(Fields.none()).json().asInt();

        Answer refused = impostor(administrator)
                .below("api-credentials")
                .post("", CredentialRequests.of("wallets", "127.0.0.1"))
                .expect(403);

        assertThat(code(refused)).isEqualTo("not_in_person");
        assertThat(realm.credentials().count(Fields.none()).json().asInt()).isEqualTo(before);
    }

    @Test
    void nobodyAsksForOtherSettingsInTheNameOfTheOwner() {
        String owner = realm.admin().firstId("users?exact=true&username=owner");

        Answer refused =
                impostor(owner).below("api-credentials").put("settings", "{}").expect(403);

        assertThat(code(refused)).isEqualTo("not_in_person");
        assertThat(realm.approvals(Person.OWNER).open().json()).isEmpty();
    }

    @Test
    void nobodyWithdrawsInTheNameOfTheRequester() {
        JsonNode asked = AwaitedCredential.asked(realm);

        Answer refused = new ApprovalsApi(
                        impostor(asked.at("/pending/requestedBy").asText()))
                .withdraw(AwaitedCredential.request(asked))
                .expect(403);

        assertThat(code(refused)).isEqualTo("not_in_person");
        assertThat(realm.approvals(Person.OWNER).open().json()).hasSize(1);
    }

    @Test
    void nobodyPicksASecretUpInTheNameOfItsRequester() {
        JsonNode asked = AwaitedCredential.asked(realm);
        String id = asked.path("id").asText();
        realm.approvals(Person.APPROVER)
                .approve(AwaitedCredential.request(asked))
                .expect(200);

        Answer refused = impostor(asked.at("/pending/requestedBy").asText())
                .below("api-credentials")
                .post(id + "/secrets", "{}")
                .expect(403);

        assertThat(code(refused)).isEqualTo("not_in_person");
        assertThat(refused.body()).doesNotContain("kac_");
        AwaitedCredential.pickUp(realm, id).expect(201);
    }

    private AdminClient impostor(String userId) {
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", CLIENT.clientId())
                .put("secret", CLIENT.clientSecret())
                .put("serviceAccountsEnabled", true)
                .put("fullScopeAllowed", true);
        ObjectNode mapper = client.putArray("protocolMappers")
                .addObject()
                .put("name", "sub")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        mapper.putObject("config")
                .put("claim.name", "sub")
                .put("claim.value", userId)
                .put("jsonType.label", "String")
                .put("access.token.claim", "true");
        realm.admin().post("clients", client).expect(201);
        String token = realm.tokenEndpoint().request(CLIENT).accessToken();
        return realm.admin().as(() -> token);
    }

    private static String code(Answer refused) {
        return refused.json().at("/errors/0/code").asText();
    }
}
