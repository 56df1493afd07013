package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServerBuilder;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.ServerChange;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import org.junit.jupiter.api.Test;

/** Keycloak's old token exchange, which is off by default and can yield more than the new one: a SAML assertion. */
@KeycloakTest(realm = LegacyTokenExchangeIT.WithSamlClient.class, server = LegacyTokenExchangeIT.OldFeatures.class)
final class LegacyTokenExchangeIT {

    private static final ClientCredentials EXCHANGER = new ClientCredentials("", "exchanger", "exchanger-secret");
    private static final String SAML_CLIENT = "saml-application";
    private static final String TOKEN_TYPE = "urn:ietf:params:oauth:token-type:";

    private final TestRealm realm;
    private final ClientCredentials credential;

    LegacyTokenExchangeIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    /** The two features are decided when the server is built. */
    static final class OldFeatures implements ServerChange {

        @Override
        public String name() {
            return "legacy-token-exchange";
        }

        @Override
        public void apply(KeycloakServerBuilder server) {
            server.buildOption("--features=token-exchange,admin-fine-grained-authz:v1");
        }
    }

    /** An application that takes SAML assertions, and a client that wants one for it. */
    static final class WithSamlClient implements RealmChange {

        @Override
        public void apply(ObjectNode content) {
            content.withArray("clients")
                    .addObject()
                    .put("clientId", EXCHANGER.clientId())
                    .put("secret", EXCHANGER.clientSecret())
                    .put("publicClient", false)
                    .put("serviceAccountsEnabled", true);
            content.withArray("clients")
                    .addObject()
                    .put("clientId", SAML_CLIENT)
                    .put("protocol", "saml")
                    .withObject("/attributes")
                    .put("saml_assertion_consumer_url_post", "http://127.0.0.1:9/saml")
                    .put("saml.authnstatement", "true")
                    .put("saml.client.signature", "false");
        }
    }

    @Test
    void theTokenOfACredentialYieldsNoAssertion() {
        allowExchange();

        assertRefused(exchange(samlExchange(token(credential))));
    }

    @Test
    void theTokenOfAnOrdinaryClientYieldsOne() {
        allowExchange();

        Answer answer = exchange(samlExchange(token(ServiceAccount.ordinaryClient(realm))));

        assertThat(answer.expect(200).json().path("issued_token_type").asText()).isEqualTo(TOKEN_TYPE + "saml2");
    }

    @Test
    void nobodyGetsAnAssertionInTheNameOfACredential() {
        Fields form =
                samlExchange(token(EXCHANGER)).and("requested_subject", "service-account-" + credential.clientId());

        Answer refused = exchange(form);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(realm.events().refusalOf(EXCHANGER.clientId())).isEqualTo("grant_not_allowed");
        Answer ofNobody = exchange(samlExchange(token(EXCHANGER)).and("requested_subject", "nobody-of-this-name"));
        assertThat(refused.body()).isEqualTo(ofNobody.body());
    }

    @Test
    void aForgedTokenIsNotLookedAt() {
        String[] parts = token(credential).split("\\.", -1);
        String forged = parts[0] + "." + parts[1] + "." + parts[2].substring(4) + "AAAA";

        Answer refused = exchange(samlExchange(forged));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(realm.events()
                        .ofClient(EXCHANGER.clientId())
                        .get(0)
                        .path("details")
                        .has("api_credential_refusal"))
                .isFalse();
    }

    private void assertRefused(Answer refused) {
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(realm.events().refusalOf(EXCHANGER.clientId())).isEqualTo("grant_not_allowed");
    }

    private String token(ClientCredentials client) {
        return realm.tokenEndpoint().request(client).accessToken();
    }

    private static Fields samlExchange(String token) {
        return Fields.of("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                .and("subject_token", token)
                .and("subject_token_type", TOKEN_TYPE + "access_token")
                .and("requested_token_type", TOKEN_TYPE + "saml2")
                .and("audience", SAML_CLIENT);
    }

    private Answer exchange(Fields form) {
        return realm.tokenEndpoint().request(form.and(TokenEndpoint.post(EXCHANGER)), Fields.none());
    }

    /** Lets the exchanger ask for assertions for the application: a policy, and the permission that it decides. */
    private void allowExchange() {
        AdminClient admin = realm.admin();
        AdminClient rules =
                admin.below("clients/" + admin.firstId("clients?clientId=realm-management") + "/authz/resource-server");
        JsonNode permissions = admin.put(
                        "clients/" + admin.firstId("clients?clientId=" + SAML_CLIENT) + "/management/permissions",
                        "{\"enabled\":true}")
                .expect(200)
                .json();
        ObjectNode policy = JsonNodeFactory.instance.objectNode().put("name", "exchanger " + credential.id());
        policy.withArray("clients").add(admin.firstId("clients?clientId=" + EXCHANGER.clientId()));
        String policyId = rules.post("policy/client", policy)
                .expect(201)
                .json()
                .path("id")
                .asText();
        String path = "permission/scope/"
                + permissions.at("/scopePermissions/token-exchange").asText();
        ObjectNode permission = (ObjectNode) rules.get(path).expect(200).json();
        permission.putArray("policies").add(policyId);
        rules.put(path, permission).expect(201);
    }
}
