package io.apicredentials.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.PostgresServer;
import java.util.List;
import java.util.Locale;

/** A realm as Keycloak makes it, with the parties that are compared. */
final class BenchmarkRealm {

    /** The name of the party that this is all about. */
    static final String CREDENTIAL = "API credential";

    private static final String LISTED = KeycloakServer.LOCALHOST;
    private static final String UNLISTED = "127.0.0.2";
    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";
    private static final String WALLET = "0d5c3b9e-6a41-4f0a-8f0e-5b1f8a7d9c22";
    private static final int TOKEN = 200;
    private static final int REFUSED = 401;

    private final ServerUnderTest server;
    private final String name;
    private final AdminClient admin;
    private final String tokenUrl;

    private BenchmarkRealm(ServerUnderTest server, String name, AdminClient admin, String tokenUrl) {
        this.server = server;
        this.name = name;
        this.admin = admin;
        this.tokenUrl = tokenUrl;
    }

    static BenchmarkRealm create(ServerUnderTest server, String name, boolean userEvents) {
        AdminClient admin = server.keycloak().admin();
        admin.post("realms", object().put("realm", name).put("enabled", true).put("eventsEnabled", userEvents))
                .expect(201);
        String tokenUrl = server.keycloak().url() + "/realms/" + name + "/protocol/openid-connect/token";
        return new BenchmarkRealm(server, name, admin.below("realms/" + name), tokenUrl);
    }

    /** A client as Keycloak makes it: client secret, service account, default scopes and roles, RS256. */
    Party stockClient() {
        return stockClient("stock");
    }

    /** The same by another client ID. */
    Party stockClient(String clientId) {
        return party("stock client", TOKEN, stock(clientId, object()));
    }

    /** A client of Keycloak's own with what can be had by its settings: ES256 as ours, no scopes and no roles. */
    Party tunedClient() {
        ObjectNode tuned = object().put("fullScopeAllowed", false);
        tuned.putArray("defaultClientScopes");
        tuned.putArray("optionalClientScopes");
        tuned.withObject("/attributes").put("access.token.signed.response.alg", "ES256");
        return party("stock client, tuned", TOKEN, stock("tuned", tuned));
    }

    /** An API credential with as many address ranges as there can be, of which the last one fits, and ten permissions. */
    Party credential() {
        return credentialCalled(CREDENTIAL);
    }

    /** The same by another name. */
    Party credentialCalled(String name) {
        return party(name, TOKEN, issue(LISTED));
    }

    /** So many, each of which asks in its turn. */
    Party credentials(int number) {
        return party(String.format(Locale.ROOT, "%,d credentials", number), TOKEN, copies(issue(LISTED), number));
    }

    /** The same of stock clients. */
    Party stockClients(int number) {
        return party(
                String.format(Locale.ROOT, "%,d stock clients", number),
                TOKEN,
                copies(stock("stock", object()), number));
    }

    private List<ClientCredentials> copies(ClientCredentials client, int number) {
        PostgresServer database = server.postgres().orElseThrow();
        return new ClientCopies(database, name).of(client, number);
    }

    /** One that is asked for from an address that is not listed. */
    Party refusedForItsAddress() {
        return party("refused: address", REFUSED, issue(UNLISTED));
    }

    /** One with another secret. */
    Party refusedForItsSecret() {
        ClientCredentials issued = issue(LISTED);
        String other = issue(LISTED).clientSecret();
        return party("refused: secret", REFUSED, new ClientCredentials(issued.id(), issued.clientId(), other));
    }

    /** One that is disabled. */
    Party refusedAsDisabled() {
        ClientCredentials issued = issue(LISTED);
        admin.post("api-credentials/" + issued.id() + "/disable", object()).expect(200);
        return party("refused: disabled", REFUSED, issued);
    }

    private Party party(String name, int expectedStatus, ClientCredentials client) {
        return party(name, expectedStatus, List.of(client));
    }

    private Party party(String name, int expectedStatus, List<ClientCredentials> clients) {
        return new Party(name, tokenUrl, clients, expectedStatus, server.process());
    }

    private ClientCredentials stock(String clientId, ObjectNode client) {
        ClientCredentials stock = new ClientCredentials("", clientId, "a-secret-of-a-stock-client-01234");
        client.put("clientId", stock.clientId())
                .put("secret", stock.clientSecret())
                .put("serviceAccountsEnabled", true);
        admin.post("clients", client).expect(201);
        return stock;
    }

    private ClientCredentials issue(String address) {
        ObjectNode request = CredentialRequests.of(
                "wallets", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "198.51.100.0/24", "203.0.113.7", address);
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
        return ClientCredentials.of(admin.post("api-credentials", request));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
