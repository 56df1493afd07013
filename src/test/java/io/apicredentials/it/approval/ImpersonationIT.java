package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ApprovalsApi;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Impersonation;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/**
 * An administrator who impersonates a user by Keycloak's own function asks, votes, withdraws and picks up for nobody: one
 * user could otherwise ask in the name of another, and approve that himself.
 */
@KeycloakTest
final class ImpersonationIT {

    private static final String APPROVER = "another-approver";

    private final TestRealm realm;
    private final Impersonation impersonation;

    ImpersonationIT(TestRealm realm) {
        this.realm = realm;
        this.impersonation = Impersonation.in(realm);
        realm.requireApproval();
    }

    @Test
    void nobodyVotesAsAnApprover() {
        String request = AwaitedCredential.request(AwaitedCredential.asked(realm));
        ApprovalsApi impersonated = new ApprovalsApi(impersonation.of(Person.APPROVER));

        isRefused(impersonated.approve(request));
        isRefused(impersonated.reject(request));
        assertThat(impersonated.get(request).json().path("mayDecide").asBoolean(true))
                .isFalse();
        assertThat(realm.approvals(Person.APPROVER)
                        .get(request)
                        .json()
                        .path("mayDecide")
                        .asBoolean())
                .isTrue();

        assertThat(seen(request).path("votes")).isEmpty();
        assertThat(seen(request).path("status").asText()).isEqualTo("open");
    }

    @Test
    void nobodyAsksForACredentialAsItsAdministrator() {
        AdminApi impersonated = new AdminApi(impersonation.of(Person.ADMINISTRATOR));
        int before = realm.credentials().list(Fields.none()).json().size();

        isRefused(impersonated.create(CredentialRequests.of("wallets", "127.0.0.1")));

        assertThat(realm.credentials().list(Fields.none()).json()).hasSize(before);
    }

    @Test
    void nobodyAsksForAChangeAsItsAdministrator() {
        ClientCredentials credential = AwaitedCredential.inForce(realm);
        AdminApi impersonated = new AdminApi(impersonation.of(Person.ADMINISTRATOR));
        ObjectNode named =
                (ObjectNode) impersonated.get(credential.id()).expect(200).json();
        named.put("name", "Another name");

        isRefused(impersonated.update(credential.id(), named));
        isRefused(impersonated.rotate(credential.id(), "PT0S"));
        isRefused(impersonated.delete(credential.id()));
        assertThat(impersonated.get(credential.id()).json().has("pending")).isFalse();
        impersonated.disable(credential.id()).expect(200);
        isRefused(impersonated.enable(credential.id()));
        realm.tokenEndpoint().request(credential).expect(401);
    }

    @Test
    void nobodyAsksForOtherSettingsAsTheOwner() {
        AdminApi impersonated = new AdminApi(impersonation.of(Person.OWNER));

        isRefused(impersonated.changeSettings("{}"));

        assertThat(impersonated.settings().expect(200).json().has("pending")).isFalse();
    }

    @Test
    void nobodyWithdrawsAsTheRequester() {
        String request = AwaitedCredential.request(AwaitedCredential.asked(realm));

        ApprovalsApi impersonated = new ApprovalsApi(impersonation.of(Person.ADMINISTRATOR));
        isRefused(impersonated.withdraw(request));
        assertThat(impersonated.get(request).json().path("mayWithdraw").asBoolean(true))
                .isFalse();

        assertThat(seen(request).path("status").asText()).isEqualTo("open");
    }

    @Test
    void nobodyWithdrawsByADeletionAsAnAdministrator() {
        JsonNode asked = AwaitedCredential.asked(realm);
        AdminApi impersonated = new AdminApi(impersonation.of(Person.OWNER));

        isRefused(impersonated.delete(asked.path("id").asText()));

        assertThat(seen(AwaitedCredential.request(asked)).path("status").asText())
                .isEqualTo("open");
    }

    @Test
    void nobodyPicksUpOrDiscardsWhatWasApprovedAsTheRequester() {
        JsonNode asked = AwaitedCredential.asked(realm);
        String id = asked.path("id").asText();
        String request = AwaitedCredential.request(asked);
        realm.approvals(Person.APPROVER).approve(request).expect(200);
        AdminClient impersonated = impersonation.of(Person.ADMINISTRATOR);

        Answer refused = impersonated.below("api-credentials").post(id + "/secrets", "{}");
        isRefused(refused);
        assertThat(refused.body()).doesNotContain("kac_");
        isRefused(new ApprovalsApi(impersonated).withdraw(request));
        assertThat(new ApprovalsApi(impersonated)
                        .get(request)
                        .json()
                        .path("mayPickUp")
                        .asBoolean(true))
                .isFalse();

        ClientCredentials made = ClientCredentials.of(AwaitedCredential.pickUp(realm, id));
        realm.tokenEndpoint().request(made).expect(200);
    }

    /** It has no other session; a script may have logged in long ago. */
    @Test
    void aUserWithAnOfflineSessionActsInPerson() {
        String request = AwaitedCredential.request(AwaitedCredential.asked(realm));
        try (NewUser user = approver()) {
            Fields login = Fields.of("grant_type", "password")
                    .and("client_id", "demo-cli")
                    .and("scope", "offline_access")
                    .and("username", APPROVER)
                    .and("password", APPROVER);
            String token = realm.tokenEndpoint().request(login, Fields.none()).accessToken();

            JsonNode decided = votesBy(token).approve(request).expect(200).json();

            assertThat(decided.path("decidedBy").asText()).isEqualTo(user.id());
        }
    }

    /** The session that it was made from says who opened it, and that one has ended. */
    @Test
    void anOfflineSessionOfAnImpersonationVotesNeither() {
        String request = AwaitedCredential.request(AwaitedCredential.asked(realm));
        try (NewUser user = approver()) {
            Answer tokens = impersonation.tokens(user.id(), "offline_access");
            String session = tokens.json().path("session_state").asText();
            realm.admin().delete("sessions/" + session);
            String token = impersonation.renew(tokens).accessToken();

            isRefused(votesBy(token).approve(request));
        }
    }

    private NewUser approver() {
        NewUser user = NewUser.in(realm.admin(), APPROVER);
        user.give("realm-management", "approve-api-credentials");
        return user;
    }

    private ApprovalsApi votesBy(String token) {
        return new ApprovalsApi(realm.admin().as(() -> token));
    }

    private JsonNode seen(String request) {
        return realm.approvals(Person.APPROVER).get(request).expect(200).json();
    }

    private static void isRefused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.json().at("/errors/0/code").asText()).isEqualTo("not_in_person");
    }
}
