package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminApi;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page of the list costs the database. */
@KeycloakTest
final class ListStatementsIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    ListStatementsIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    @Test
    void aPageOfAHundredCostsAsManyStatementsAsAPageOfTwenty() {
        for (int number = 0; number < 100; number++) {
            realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        }
        list(1);

        List<String> twenty = server.markLog().statementsOf(() -> list(20));
        List<String> hundred = server.markLog().statementsOf(() -> list(100));

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

        List<String> one = server.markLog().statementsOf(() -> list(filter, 1));
        List<String> forty = server.markLog().statementsOf(() -> list(filter, 40));
        List<String> count = server.markLog()
                .statementsOf(() -> realm.credentials().count(filter).expect(200));

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

        List<String> near = server.markLog().statementsOf(() -> list(all, 3));
        List<String> far = server.markLog().statementsOf(() -> list(last, 3));
        List<String> rest = server.markLog()
                .statementsOf(() -> assertThat(realm.credentials()
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

        List<String> one = server.markLog().statementsOf(() -> list(filter, 1));
        List<String> forty = server.markLog().statementsOf(() -> list(filter, 40));
        List<String> judged = server.markLog().statementsOf(() -> list(filter.and("address", "127.0.0.1"), 40));

        assertThat(forty).hasSameSizeAs(one).hasSize(4);
        assertThat(judged).hasSameSizeAs(forty);
    }

    @Test
    void theListOfWhatWaitsCostsAsManyStatementsHoweverLongItIs() {
        try (TestRealm waiting = TestRealm.create(server, "statements-")) {
            waiting.requireApproval();
            AwaitedCredential.asked(waiting);
            waiting(waiting);
            List<String> one = server.markLog().statementsOf(() -> waiting(waiting));
            for (int number = 0; number < 12; number++) {
                NewUser manager = NewUser.in(waiting.admin(), "asks-" + number);
                manager.give("realm-management", "manage-api-credentials");
                new AdminApi(waiting.admin().as(manager.login(waiting.url(), "demo-cli")))
                        .create(CredentialRequests.of("wallets", "127.0.0.1"))
                        .expect(202);
            }

            List<String> many = server.markLog().statementsOf(() -> waiting(waiting));

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

    private void list(int max) {
        list(Fields.none(), max);
    }
}
