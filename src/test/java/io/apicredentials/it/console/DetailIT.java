package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at one credential, and ending it. */
@KeycloakTest
@ConsoleTest
final class DetailIT {

    private final TestRealm realm;
    private ClientCredentials credential;
    private Console console;

    DetailIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void createACredential(Consoles consoles) {
        credential = realm.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
        console = consoles.open(realm, Person.OWNER);
    }

    @Test
    void aChangeIsShownAsADifference() {
        DetailPage page = DetailPage.open(console, credential.id(), "ip-addresses");
        console.byTestId("address-0").fill("127.0.0.2");
        page.save();
        page.acknowledge("saved");

        page.tab("Timeline").click();
        Locator change = row("Changed: IP addresses");
        change.getByRole(AriaRole.BUTTON).press("Enter");

        Locator detail = console.byTestId("audit-detail");
        assertThat(detail.getByTestId("removed")).containsText("127.0.0.1");
        assertThat(detail.getByTestId("added")).containsText("127.0.0.2");
    }

    @Test
    void disablesAndEnables() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.choose("disable");
        page.confirm();
        page.acknowledge("disabled");
        realm.tokenEndpoint().request(credential).expect(401);

        page.choose("enable");
        page.acknowledge("enabled");
        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void disablingEndsTokensOnlyWhenAskedTo() {
        String token = realm.tokenEndpoint().request(credential).accessToken();
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.choose("disable");
        page.confirm();
        page.acknowledge("disabled");
        assertThat(realm.isActive(token)).isTrue();

        page.choose("enable");
        page.acknowledge("enabled");
        page.choose("disable");
        console.byTestId("revoke-tokens").check();
        page.confirm();

        page.acknowledge("disabled");
        assertThat(realm.isActive(token)).isFalse();
    }

    @Test
    void deletesAfterAQuestion() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.choose("delete");
        console.page().keyboard().press("Escape");
        assertThat(console.page().locator("#modal-confirm")).hasCount(0);
        realm.credentials().get(credential.id()).expect(200);

        page.choose("delete");
        page.confirm();
        assertThat(console.heading("API credentials")).isVisible();
        realm.credentials().get(credential.id()).expect(404);

        console.open("/api-credentials/" + credential.id() + "/settings");
        assertThat(console.byTestId("missing")).isVisible();
        console.expectMishaps(mishap -> mishap.contains("404"));
    }

    @Test
    void leavesWhatSomebodyElseHasDeleted() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        realm.credentials().delete(credential.id()).expect(204);

        page.choose("disable");
        page.confirm();

        page.acknowledge("“Test of monitoring” was deleted in the meantime.");
        assertThat(console.heading("API credentials")).isVisible();
        console.expectMishaps(mishap -> mishap.contains("404"));
    }

    @Test
    void everyTabHasAnAddressThatSurvivesReloading() {
        for (String tab : new String[] {"settings", "permissions", "ip-addresses", "secrets", "activity", "timeline"}) {
            DetailPage.open(console, credential.id(), tab);
            console.page().reload();
            assertThat(console.heading("Test of monitoring")).isVisible();

            assertThat(console.path()).isEqualTo("/api-credentials/" + credential.id() + "/" + tab);
            assertThat(console.page().locator("[role=tab][aria-selected=true]")).hasCount(1);
        }
    }

    @Test
    void isNotShownAsEnabledWhileEveryUseIsRefused() {
        ObjectNode account = (ObjectNode) realm.admin()
                .get("clients/" + credential.id() + "/service-account-user")
                .expect(200)
                .json();
        realm.admin()
                .put("users/" + account.path("id").asText(), account.put("enabled", false))
                .expect(204);

        console.goTo("/api-credentials?search=" + credential.clientId());
        assertThat(row("Test of monitoring")).containsText("Cannot authenticate");
        assertThat(row("Test of monitoring")).containsText("Its service account is disabled");

        DetailPage.open(console, credential.id(), "settings");
        assertThat(console.byTestId("status")).hasText("Cannot authenticate");
        assertThat(console.byTestId("refusal")).containsText("Its service account is disabled");
    }

    @Test
    void showsItsUsesAndChangesInOneList() {
        realm.tokenEndpoint().request(credential).expect(200);
        realm.tokenEndpoint().from("127.0.0.9").request(credential).expect(401);
        console.goTo("/api-credentials/" + credential.id() + "/changes");

        Locator rows = console.byTestId("timeline").locator("[data-row]");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0)).containsText(Pattern.compile("Refused\\s*The address is not allowed"));
        assertThat(rows.nth(0)).containsText("127.0.0.9");
        assertThat(rows.nth(1)).containsText("Accepted");
        assertThat(rows.nth(2)).containsText("Created");
        assertThat(rows.nth(2)).containsText("owner");
        assertThat(rows.nth(2)).containsText(Pattern.compile("\\d:\\d\\d:\\d\\d"));

        console.byTestId("timeline-kind").selectOption("use");
        assertThat(rows).hasCount(2);
        console.page().reload();
        assertThat(rows).hasCount(2);
        assertThat(console.byTestId("timeline-kind")).hasValue("use");
        console.byTestId("timeline-kind").selectOption("approval");
        assertThat(console.text("No entries")).isVisible();

        console.openCredentials();
        console.page().getByPlaceholder("Search").fill(credential.clientId());
        console.page().keyboard().press("Enter");
        assertThat(console.page().locator("tbody tr")).hasCount(1);
        assertThat(row("Test of monitoring").locator("[data-label='Last used']"))
                .containsText(Pattern.compile("ago|now"));
    }

    private Locator row(String text) {
        return console.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
