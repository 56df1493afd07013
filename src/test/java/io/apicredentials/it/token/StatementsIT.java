package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.util.List;
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

        assertThat(statements(() -> token(credential))).isEmpty();
    }

    @Test
    void aTokenCostsOneInsertWithUserEvents() {
        saveUserEvents(true);
        ClientCredentials credential = warmCredential();

        assertThat(statements(() -> token(credential)))
                .singleElement()
                .satisfies(statement -> assertThat(statement).startsWith("insert into EVENT_ENTITY"));
    }

    /** Which also shows that statements are counted. */
    @Test
    void aTokenOfAnyOtherClientCostsTheSearchForASession() {
        saveUserEvents(false);
        ClientCredentials ordinary = warmOrdinaryClient();

        assertThat(statements(() -> token(ordinary)))
                .singleElement()
                .satisfies(statement -> assertThat(statement).contains("from OFFLINE_CLIENT_SESSION"));
    }

    @Test
    void aRefusalCostsNoStatementWithoutUserEvents() {
        saveUserEvents(false);
        ClientCredentials credential = warmCredential();

        assertThat(statements(() -> realm.tokenEndpoint()
                        .from("127.0.0.2")
                        .request(credential)
                        .expect(401)))
                .isEmpty();
    }

    /** Nothing is checked before the look-ups, so that anybody can ask for them. */
    @Test
    void hundredsOfClientIdsCostAsManyStatementsAsOneInTheFormAndOneInTheHeader() {
        saveUserEvents(false);
        Fields header = TokenEndpoint.basic(new ClientCredentials("", "nobody", "any"));
        unknown(1, header);

        List<String> two = statements(() -> unknown(1, header));
        List<String> hundreds = statements(() -> unknown(900, header));

        assertThat(hundreds).hasSameSizeAs(two).isNotEmpty();
    }

    @Test
    void anIntrospectionWritesNothing() {
        saveUserEvents(false);
        String token = realm.tokenEndpoint().request(warmCredential()).accessToken();
        realm.isActive(token);

        assertThat(statements(() -> assertThat(realm.isActive(token)).isTrue())).noneMatch(StatementsIT::writes);
    }

    @Test
    void aPageOfAHundredCostsAsManyStatementsAsAPageOfTwenty() {
        for (int number = 0; number < 100; number++) {
            realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        }
        list(1);

        List<String> twenty = statements(() -> list(20));
        List<String> hundred = statements(() -> list(100));

        assertThat(hundred).hasSameSizeAs(twenty).hasSize(3);
    }

    /** One looks for the credentials, and one reads those of the page; then their service accounts, and their owners where they have any. */
    @Test
    void aPageThatTheServerJudgesCostsNoMoreHoweverManyCredentialsAreReadForIt() {
        String owner = realm.admin().firstId("users?username=auditor");
        for (int number = 0; number < 40; number++) {
            ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1").put("expiresAt", "2098-01-01T00:00:00Z");
            request.putObject("owner").put("team", "Statements").put("userId", owner);
            realm.credentials().issue(request);
        }
        Fields filter = Fields.of("owner", "Statements")
                .and("status", "enabled")
                .and("violates", "false")
                .and("expiresBefore", "2099-01-01T00:00:00Z");
        // Keycloak reads once whether the realm has organizations, after each change of the realm.
        list(filter, 1);

        List<String> one = statements(() -> list(filter, 1));
        List<String> forty = statements(() -> list(filter, 40));
        List<String> count = statements(() -> realm.credentials().count(filter).expect(200));

        assertThat(forty).hasSameSizeAs(one).hasSize(4);
        assertThat(count).hasSize(1);
    }

    /** Those that match come after the first hundred, which are looked at first. */
    @Test
    void aPageOfWhatIsFarDownTheListCostsOneStatementMore() {
        for (int number = 0; number < 120; number++) {
            boolean isLast = number > 115;
            ObjectNode request = CredentialRequests.of("wallets", isLast ? "192.0.2.0/24" : "127.0.0.1")
                    .put("name", isLast ? "Z is last " + number : "A is first");
            request.putObject("owner").put("team", "Far down");
            realm.credentials().issue(request);
        }
        Fields all = Fields.of("owner", "Far down").and("address", "127.0.0.1");
        Fields last = Fields.of("owner", "Far down").and("address", "192.0.2.1");
        list(all, 3);

        List<String> near = statements(() -> list(all, 3));
        List<String> far = statements(() -> list(last, 3));
        List<String> rest = statements(() -> assertThat(realm.credentials()
                        .list(last.and("first", "3"))
                        .expect(200)
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("Z is last 119"));

        assertThat(far).hasSize(near.size() + 1).hasSameSizeAs(rest);
    }

    /** One for the ids, one for the last uses, and for the page the same three as for every other one but one. */
    @Test
    void aPageInTheOrderOfTheLastUseCostsNoMoreHoweverManyCredentialsThereAre() {
        for (int number = 0; number < 40; number++) {
            ObjectNode request = CredentialRequests.of("wallets", "127.0.0.1");
            request.putObject("owner").put("team", "Last use");
            realm.credentials().issue(request);
        }
        Fields filter = Fields.of("owner", "Last use").and("sort", "lastUsed");
        list(filter, 1);

        List<String> one = statements(() -> list(filter, 1));
        List<String> forty = statements(() -> list(filter, 40));
        List<String> judged = statements(() -> list(filter.and("address", "127.0.0.1"), 40));

        assertThat(forty).hasSameSizeAs(one).hasSize(4);
        assertThat(judged).hasSameSizeAs(forty);
    }

    @Test
    void theListOfWhatWaitsCostsAsManyStatementsHoweverLongItIs() {
        try (TestRealm waiting = TestRealm.create(server, "statements-")) {
            waiting.requireApproval();
            AwaitedCredential.asked(waiting);
            waiting(waiting);
            List<String> one = statements(() -> waiting(waiting));
            for (int number = 0; number < 12; number++) {
                NewUser manager = NewUser.in(waiting.admin(), "asks-" + number);
                manager.give("realm-management", "manage-api-credentials");
                new AdminApi(waiting.admin().as(manager.login(waiting.url(), "demo-cli")))
                        .create(CredentialRequests.of("wallets", "127.0.0.1"))
                        .expect(202);
            }

            List<String> many = statements(() -> waiting(waiting));

            assertThat(many).hasSameSizeAs(one).isNotEmpty();
        }
    }

    private static void waiting(TestRealm realm) {
        AdminClient approvals = realm.admin(Person.AUDITOR).below("api-credentials/approvals");
        approvals.get("?status=open&max=20").expect(200);
        approvals.get("count?status=open").expect(200);
    }

    private void list(Fields filter, int max) {
        assertThat(realm.credentials()
                        .list(filter.and("max", "" + max))
                        .expect(200)
                        .json())
                .hasSize(max);
    }

    private void unknown(int clientIds, Fields header) {
        Fields form = Fields.of("grant_type", "client_credentials");
        for (int number = 0; number < clientIds; number++) {
            form = form.and("client_id", "unknown-" + number);
        }
        realm.tokenEndpoint().request(form, header).expect(401);
    }

    private void list(int max) {
        list(Fields.none(), max);
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
        ClientCredentials ordinary = new ClientCredentials("", "ordinary", "ordinary-secret");
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

    /** The SQL of requests; the server's timers have statements of their own. */
    private List<String> statements(Runnable request) {
        LogMark log = server.markLog();
        request.run();
        return log.sqlStatements().stream()
                .filter(line -> line.contains("(executor-thread-"))
                .map(line -> line.replaceFirst("^.*\\(executor-thread-\\d+\\) ", ""))
                .toList();
    }
}
