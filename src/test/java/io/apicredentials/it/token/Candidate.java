package io.apicredentials.it.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.Mappers;
import io.apicredentials.testing.TestRealm;

/**
 * The client of one attempt. It begins as an ordinary client, so that it can get whatever an attempt needs, such as a
 * code or a refresh token of its own, and becomes what is tried only then.
 */
final class Candidate {

    private final TestRealm realm;
    private final ClientCredentials credential;
    private final JsonNode original;
    private final String basicScope;

    Candidate(TestRealm realm, String basicScope) {
        this.realm = realm;
        this.basicScope = basicScope;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.original = admin().get("").expect(200).json();
        become(ClientState.ORDINARY);
        scopes("PUT");
        ObjectNode mapper = Mappers.audience("included.client.audience", MatrixRealm.EXCHANGER.clientId());
        admin().post("protocol-mappers/models", mapper).expect(201);
    }

    void become(ClientState state) {
        admin().put("", state.shape(original)).expect(204);
        if (!state.isOpened()) {
            scopes("DELETE");
        }
    }

    ClientCredentials credential() {
        return credential;
    }

    String clientId() {
        return credential.clientId();
    }

    TestRealm realm() {
        return realm;
    }

    /** How it authenticates as the ordinary client that it is at first. */
    Fields authentication() {
        return ClientState.ORDINARY.authentication(credential);
    }

    /** An access token of its own, from the time when it is an ordinary client. */
    String token() {
        return token(Fields.of("grant_type", "client_credentials").and(authentication()))
                .accessToken();
    }

    Answer token(Fields form) {
        return realm.tokenEndpoint().request(form, Fields.none());
    }

    /** Posts a form to an endpoint of the realm. */
    Answer post(String path, Fields form) {
        return Http.from(KeycloakServer.LOCALHOST).postForm(url(path), Fields.none(), form);
    }

    String url(String path) {
        return realm.url() + "/" + path;
    }

    AdminClient admin() {
        return realm.admin().below("clients/" + credential.id());
    }

    private void scopes(String method) {
        admin().send(method, "default-client-scopes/" + basicScope, null).expect(204);
    }
}
