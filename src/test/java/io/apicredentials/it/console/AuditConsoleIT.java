package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The audit records of a realm, as somebody sees them who may only look. */
@KeycloakTest
@ConsoleTest
final class AuditConsoleIT {

    private final TestRealm realm;

    AuditConsoleIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void aRecordSaysWhoChangedWhatFromWhatToWhat(Consoles consoles) {
        ClientCredentials credential = issue("Looked over");
        realm.credentials()
                .update(
                        credential.id(),
                        CredentialRequests.grant(
                                CredentialRequests.of("wallets", "198.51.100.7").put("name", "Looked over twice"),
                                "balances",
                                "read",
                                "org"))
                .expect(200);
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        console.byTestId("tab-audit").click();
        console.byTestId("audit-credential").fill(credential.id());
        console.byTestId("audit-credential").press("Enter");
        assertThat(records(console)).hasCount(2);
        assertThat(records(console).first()).containsText("owner");
        assertThat(records(console).first()).containsText("Looked over twice");

        records(console).first().locator("button").first().press("Enter");
        Locator detail = console.byTestId("audit-detail").first();
        assertThat(detail.getByTestId("added").filter(new Locator.FilterOptions().setHasText("198.51.100.7")))
                .isVisible();
        assertThat(detail.getByTestId("removed").filter(new Locator.FilterOptions().setHasText("127.0.0.1")))
                .isVisible();
        console.atEachWidth("390 1400", () -> assertThat(console.overflow()).isLessThanOrEqualTo(0));

        console.byTestId("audit-operation").selectOption("create");
        console.byTestId("audit-filter").click();
        assertThat(records(console)).hasCount(1);
        console.byTestId("audit-actor").fill("nobody");
        console.byTestId("audit-filter").click();
        assertThat(console.text("No records")).isVisible();
        console.byTestId("audit-clear").click();
        assertThat(console.byTestId("audit-actor")).hasValue("");
    }

    @Test
    void theRecordsAreVerified(Consoles consoles) {
        issue("Written down");
        Console console = consoles.open(realm, Person.AUDITOR);
        console.goTo("/api-credentials/audit");
        console.byTestId("audit-verify").click();
        assertThat(console.byTestId("audit-verified")).containsText(Pattern.compile("records?, (all )?as (it|they)"));
        assertThat(console.byTestId("audit-verified")).containsText("sha256:");

        console.page()
                .route(
                        "**/audit/verify",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("""
                                {"intact": false, "records": 511, "verifiedAt": "2026-11-26T20:00:00Z",
                                 "head": {"sequence": 1042, "hash": "sha256:00"},
                                 "broken": {"sequence": 512, "fault": "moved", "message": "…"}}
                                """)));
        console.byTestId("audit-verify").click();
        assertThat(console.byTestId("audit-verified")).containsText("Record 512 is not as it was written");
        assertThat(console.byTestId("audit-verified")).containsText("It was written at another place.");
        // The note of the last record says nothing of those between.
        assertThat(console.byTestId("audit-verified")).not().containsText("1,042");
        console.page().unroute("**/audit/verify");
    }

    @Test
    void whatIsFilteredIsDownloaded(Consoles consoles) throws IOException {
        ClientCredentials wanted = issue("Downloaded");
        ClientCredentials other = issue("Left out");
        Console console = consoles.open(realm, Person.AUDITOR);
        console.goTo("/api-credentials/audit?credential=" + wanted.id());
        assertThat(records(console)).hasCount(1);

        Download file = console.page()
                .waitForDownload(() -> console.byTestId("audit-ndjson").click());
        assertThat(file.suggestedFilename()).endsWith(".ndjson");
        assertThat(Files.readString(file.path())).contains(wanted.id()).doesNotContain(other.id());
    }

    @Test
    void onlyWhatIsStillThereHasALink(Consoles consoles) {
        ClientCredentials deleted = issue("Was there");
        ClientCredentials kept = issue("Is there");
        realm.credentials().delete(deleted.id()).expect(204);
        Console console = consoles.open(realm, Person.AUDITOR);
        console.goTo("/api-credentials/audit?credential=" + deleted.id());
        assertThat(records(console)).hasCount(2);
        assertThat(records(console).locator("a")).hasCount(0);

        console.goTo("/api-credentials/audit?credential=" + kept.id());
        assertThat(records(console).locator("a")).hasText("Is there");
    }

    @Test
    void thePageIsInTheAddress(Consoles consoles) {
        ClientCredentials credential = issue("Often changed");
        for (int times = 0; times < 6; times++) {
            realm.credentials().disable(credential.id()).expect(200);
            realm.credentials().enable(credential.id()).expect(200);
        }
        Console console = consoles.open(realm, Person.AUDITOR);
        console.goTo("/api-credentials/audit?credential=" + credential.id());
        assertThat(records(console)).hasCount(10);
        console.page().getByLabel("Go to next page").first().click();
        assertThat(records(console)).hasCount(3);
        assertThat(records(console).last()).containsText("Created");

        console.page().reload();
        assertThat(records(console)).hasCount(3);
        records(console).last().locator("a").click();
        assertThat(console.heading("Often changed")).isVisible();
        console.page().goBack();
        assertThat(records(console)).hasCount(3);

        console.byTestId("audit-operation").selectOption("disable");
        console.byTestId("audit-filter").click();
        assertThat(records(console)).hasCount(6);
    }

    private ClientCredentials issue(String name) {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", "127.0.0.1").put("name", name));
    }

    private static Locator records(Console console) {
        return console.page()
                .locator("table tbody tr:not(.pf-v5-c-table__expandable-row)")
                .filter(new Locator.FilterOptions().setHas(console.page().locator("td")));
    }
}
