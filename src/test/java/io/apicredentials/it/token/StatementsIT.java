package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the product costs the database. */
@KeycloakTest
final class StatementsIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    StatementsIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    @Test
    void aTokenCostsNoStatementWithoutUserEvents() {
        saveUserEvents(false);
        ClientCredentials credential = warmCredential();

        assertThat(server.markLog().statementsOf(() -> token(credential))).isEmpty();
    }

    @Test
    void aTokenCostsOneInsertWithUserEvents() {
        saveUserEvents(true);
        ClientCredentials credential = warmCredential();

        assertThat(server.markLog().statementsOf(() -> token(credential)))
                .singleElement()
                .satisfies(statement -> assertThat(statement).startsWith("insert into EVENT_ENTITY"));
    }

    /** Which also shows that statements are counted. */
    @Test
    void aTokenOfAnyOtherClientCostsTheSearchForASession() {
        saveUserEvents(false);
        ClientCredentials ordinary = warmOrdinaryClient();

        assertThat(server.markLog().statementsOf(() -> token(ordinary)))
                .singleElement()
                .satisfies(statement -> assertThat(statement).contains("from OFFLINE_CLIENT_SESSION"));
    }

    /** When nothing of it is in a cache, and everything that others need too. */
    @Test
    void aColdTokenCostsFewerStatementsThanThatOfAnyOtherClient() {
        saveUserEvents(false);
        ClientCredentials credential = warmCredential();
        ClientCredentials ordinary = warmOrdinaryClient();
        List<ClientCredentials> others = List.of(warmCredential(), warmOrdinaryClient());
        forgetCached();
        others.forEach(this::token);

        List<String> ofCredential = server.markLog().statementsOf(() -> token(credential));
        List<String> ofOrdinary = server.markLog().statementsOf(() -> token(ordinary));

        assertThat(ofCredential).hasSize(13).allMatch(statement -> statement.startsWith("select"));
        assertThat(ofOrdinary).hasSizeGreaterThan(ofCredential.size());
    }

    /** As much as it takes to find a client, and no more: the same as of any other client with a wrong secret. */
    @Test
    void aColdRefusalForItsAddressReadsNoMoreThanItsClient() {
        saveUserEvents(false);
        ClientCredentials credential = warmCredential();
        ClientCredentials ordinary = warmOrdinaryClient();
        List<ClientCredentials> others = List.of(warmCredential(), warmOrdinaryClient());
        forgetCached();
        others.forEach(this::token);

        List<String> refusal = server.markLog().statementsOf(() -> refused(credential));
        List<String> ofOrdinary = server.markLog()
                .statementsOf(() -> realm.tokenEndpoint()
                        .request(new ClientCredentials("", ordinary.clientId(), "another-secret"))
                        .expect(401));

        assertThat(refusal).hasSameSizeAs(ofOrdinary).noneMatch(statement -> statement.contains("from USER_ENTITY"));
    }

    @Test
    void aRefusalCostsNoStatementWithoutUserEvents() {
        saveUserEvents(false);
        ClientCredentials credential = warmCredential();

        assertThat(server.markLog().statementsOf(() -> refused(credential))).isEmpty();
    }

    /** Nothing is checked before the look-ups, so that anybody can ask for them. */
    @Test
    void hundredsOfClientIdsCostAsManyStatementsAsOneInTheFormAndOneInTheHeader() {
        saveUserEvents(false);
        Fields header = TokenEndpoint.basic(new ClientCredentials("", "nobody", "any"));
        unknown(1, header);

        List<String> two = server.markLog().statementsOf(() -> unknown(1, header));
        List<String> hundreds = server.markLog().statementsOf(() -> unknown(900, header));

        assertThat(hundreds).hasSameSizeAs(two).isNotEmpty();
    }

    @Test
    void anIntrospectionWritesNothing() {
        saveUserEvents(false);
        String token = realm.tokenEndpoint().request(warmCredential()).accessToken();
        realm.isActive(token);

        assertThat(server.markLog()
                        .statementsOf(() -> assertThat(realm.isActive(token)).isTrue()))
                .noneMatch(StatementsIT::writes);
    }

    private void refused(ClientCredentials credential) {
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(401);
    }

    private void forgetCached() {
        realm.admin().post("clear-realm-cache", "{}").expect(204);
        realm.admin().post("clear-user-cache", "{}").expect(204);
    }

    private void unknown(int clientIds, Fields header) {
        Fields form = Fields.of("grant_type", "client_credentials");
        for (int number = 0; number < clientIds; number++) {
            form = form.and("client_id", "unknown-" + number);
        }
        realm.tokenEndpoint().request(form, header).expect(401);
    }

    private void saveUserEvents(boolean save) {
        realm.change(settings -> settings.put("eventsEnabled", save));
    }

    /** One that has been used, so that everything it needs is in the caches. */
    private ClientCredentials warmCredential() {
        ClientCredentials credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        warm(credential);
        return credential;
    }

    private ClientCredentials warmOrdinaryClient() {
        ClientCredentials ordinary = new ClientCredentials("", "ordinary-" + UUID.randomUUID(), "ordinary-secret");
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", ordinary.clientId())
                .put("secret", ordinary.clientSecret())
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true);
        realm.admin().post("clients", client).expect(201);
        warm(ordinary);
        return ordinary;
    }

    /** The caches are emptied first: a full one keeps what is used often, and may not take what is new at all. */
    private void warm(ClientCredentials client) {
        realm.admin().post("clear-realm-cache", "{}").expect(204);
        for (int use = 0; use < 3; use++) {
            token(client);
        }
    }

    private void token(ClientCredentials client) {
        realm.tokenEndpoint().request(client).expect(200);
    }

    private static boolean writes(String statement) {
        return !statement.startsWith("select ");
    }
}
