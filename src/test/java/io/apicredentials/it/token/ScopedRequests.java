package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;

/** A credential with three permissions, and its tokens for scopes that it asks for. */
final class ScopedRequests {

    static final String GRANTED = "balances:read key:read:vault key:update:key:7e0f";

    private ScopedRequests() {}

    /** For whom {@value #GRANTED} is granted. */
    static ClientCredentials credential(TestRealm realm) {
        ObjectNode request = CredentialRequests.of("wallets", KeycloakServer.LOCALHOST);
        CredentialRequests.grant(request, "balances", "read", "org");
        CredentialRequests.grant(request, "key", "read", "vault");
        CredentialRequests.grant(request, "key", "update", "key", "7e0f");
        return realm.credentials().issue(request);
    }

    static Answer request(TestRealm realm, ClientCredentials credential, String scope) {
        Fields form = Fields.of("grant_type", "client_credentials").and("scope", scope);
        return realm.tokenEndpoint().request(form.and(TokenEndpoint.post(credential)), Fields.none());
    }

    static JsonNode introspected(TestRealm realm, Answer answer) {
        return realm.tokenEndpoint()
                .introspect(answer.accessToken(), TestRealm.RESOURCE_SERVER)
                .expect(200)
                .json();
    }
}
