package io.apicredentials.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;

/** A realm as Keycloak makes it, with the clients that are compared. */
final class BenchmarkRealm {

    private static final String LISTED = KeycloakServer.LOCALHOST;
    private static final String UNLISTED = "127.0.0.2";
    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";
    private static final String WALLET = "0d5c3b9e-6a41-4f0a-8f0e-5b1f8a7d9c22";

    private final ServerUnderTest server;
    private final String name;
    private final String tokenUrl;
    private final ClientCredentials stock;
    private final ClientCredentials credential;

    private BenchmarkRealm(
            ServerUnderTest server,
            String name,
            String tokenUrl,
            ClientCredentials stock,
            ClientCredentials credential) {
        this.server = server;
        this.name = name;
        this.tokenUrl = tokenUrl;
        this.stock = stock;
        this.credential = credential;
    }

    static BenchmarkRealm create(ServerUnderTest server, String name, boolean userEvents) {
        AdminClient admin = server.keycloak().admin();
        admin.post("realms", object().put("realm", name).put("enabled", true).put("eventsEnabled", userEvents))
                .expect(201);
        AdminClient realm = admin.below("realms/" + name);
        ClientCredentials stock = new ClientCredentials("", "stock", "a-secret-of-a-stock-client-01234");
        realm.post("clients", stockClient(stock)).expect(201);
        ClientCredentials credential = ClientCredentials.of(realm.post("api-credentials", credentialRequest()));
        String tokenUrl = server.keycloak().url() + "/realms/" + name + "/protocol/openid-connect/token";
        return new BenchmarkRealm(server, name, tokenUrl, stock, credential);
    }

    /** A client of Keycloak's own: client secret, service account, default scopes and roles, RS256. */
    Load stockClient() {
        return new Load(name, "stock client", tokenUrl, stock, LISTED, 200);
    }

    /** An API credential with as many address ranges as there can be, of which the last one fits, and ten permissions. */
    Load credential() {
        return new Load(name, "API credential", tokenUrl, credential, LISTED, 200);
    }

    /** Nothing measured yet of what one of these makes of the server. */
    Measurement measure(Load load, String round) {
        return new Measurement(load, round, server.process());
    }

    /** The same API credential from an address that is not listed. */
    Load refusedCredential() {
        return new Load(name, "refused address", tokenUrl, credential, UNLISTED, 401);
    }

    private static ObjectNode stockClient(ClientCredentials client) {
        return object().put("clientId", client.clientId())
                .put("secret", client.clientSecret())
                .put("serviceAccountsEnabled", true);
    }

    private static ObjectNode credentialRequest() {
        ObjectNode request = CredentialRequests.of(
                "wallets", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.51.100.0/24", "203.0.113.7", LISTED);
        CredentialRequests.grant(request, "vault", "create", "org");
        CredentialRequests.grant(request, "vault", "read", "org");
        CredentialRequests.grant(request, "vault", "update", "vault", VAULT);
        CredentialRequests.grant(request, "key", "create", "vault", VAULT);
        CredentialRequests.grant(request, "key", "read", "org");
        CredentialRequests.grant(request, "key", "read", "vault", VAULT);
        CredentialRequests.grant(request, "key", "update", "key", WALLET);
        CredentialRequests.grant(request, "key", "delete", "key", WALLET);
        CredentialRequests.grant(request, "balances", "read", "vault", VAULT);
        CredentialRequests.grant(request, "balances", "read", "key", WALLET);
        return request;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
