package io.apicredentials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at one credential, editing it, and ending it. */
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
    void nameAddressesAndPermissionsAreEditedEachOnItsTab() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.name().fill("Renamed in the console");
        page.save();
        page.acknowledge("saved");
        assertThat(console.heading("Renamed in the console")).isVisible();

        page.tab("IP addresses").click();
        console.byTestId("address-0").fill("127.0.0.2");
        page.save();
        page.acknowledge("saved");

        page.tab("Permissions").click();
        console.byTestId("keep-read-only").click();
        page.save();
        page.acknowledge("saved");

        JsonNode stored = stored();
        assertThat(stored.path("name").asText()).isEqualTo("Renamed in the console");
        assertThat(stored.path("description").asText()).isEqualTo("Made by a test");
        assertThat(stored.at("/allowedIps/0").asText()).isEqualTo("127.0.0.2");
        assertThat(stored.path("permissions")).hasSize(3);
        realm.tokenEndpoint().request(credential).expect(401);
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(200);
    }

    @Test
    void revertTakesBackWhatIsNotSaved() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.name().fill("Never saved");
        console.byTestId("revert").click();

        assertThat(page.name()).hasValue("Test of monitoring");
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

        page.acknowledge("Test of monitoring was deleted in the meantime.");
        assertThat(console.heading("API credentials")).isVisible();
        console.expectMishaps(mishap -> mishap.contains("404"));
    }

    @Test
    void everyTabHasAnAddressThatSurvivesReloading() {
        for (String tab : new String[] {"settings", "permissions", "ip-addresses", "usage", "changes"}) {
            console.open("/api-credentials/" + credential.id() + "/" + tab);
            console.page().reload();
            assertThat(console.heading("Test of monitoring")).isVisible();

            assertThat(console.path()).isEqualTo("/api-credentials/" + credential.id() + "/" + tab);
            assertThat(console.page().locator("[role=tab][aria-selected=true]")).hasCount(1);
        }
    }

    @Test
    void everyPageOpensInARealmWhoseNameNeedsEncoding(KeycloakServer server, Consoles consoles) {
        try (TestRealm odd = TestRealm.create(server, "größe 日本|50% ")) {
            Console there = consoles.open(odd, Person.OWNER);
            there.openCredentials();
            there.page().reload();
            there.page().getByText("Balance reader").click();
            assertThat(there.heading("Balance reader")).isVisible();

            new DetailPage(there.page()).tab("Changes").click();
            there.page().reload();
            assertThat(there.heading("Balance reader")).isVisible();

            there.openCredentials();
            there.byTestId("create-credentials").click();
            assertThat(there.byTestId("set-wallets")).isVisible();
        }
    }

    @Test
    void theSlowerOfTwoTabsIsToldInsteadOfOverwriting() {
        DetailPage first = DetailPage.open(console, credential.id(), "settings");
        Page tab = console.newTab("/api-credentials/" + credential.id() + "/settings");
        DetailPage second = new DetailPage(tab);
        assertThat(second.name()).hasValue("Test of monitoring");

        first.name().fill("Saved by the first");
        first.save();
        first.acknowledge("saved");
        second.name().fill("Saved by the second");
        second.save();

        assertThat(tab.getByTestId("stale")).isVisible();
        assertThat(second.name()).hasValue("Saved by the second");
        assertThat(stored().path("name").asText()).isEqualTo("Saved by the first");
        console.expectMishaps(mishap -> mishap.contains("400"));

        tab.getByTestId("stale").getByRole(AriaRole.BUTTON).click();
        assertThat(second.name()).hasValue("Saved by the first");
        second.name().fill("Saved by the second");
        second.save();
        second.acknowledge("saved");
        assertThat(stored().path("name").asText()).isEqualTo("Saved by the second");
    }

    @Test
    void showsItsUsesAndChanges() {
        realm.tokenEndpoint().request(credential).expect(200);
        realm.tokenEndpoint().from("127.0.0.9").request(credential).expect(401);
        DetailPage page = DetailPage.open(console, credential.id(), "usage");
        assertThat(row("127.0.0.1")).containsText("Accepted");
        assertThat(row("127.0.0.9")).containsText("Refused");

        page.tab("Changes").click();
        assertThat(row("owner")).containsText("Created");

        console.openCredentials();
        console.page().getByPlaceholder("Search").fill(credential.clientId());
        console.page().keyboard().press("Enter");
        assertThat(console.page().locator("tbody tr")).hasCount(1);
        assertThat(row("Test of monitoring").locator("td:nth-child(6)")).containsText(Pattern.compile("\\d:\\d\\d"));
        assertThat(row("Test of monitoring")).not().containsText("Never");
    }

    private Locator row(String text) {
        return console.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private JsonNode stored() {
        return realm.credentials().get(credential.id()).expect(200).json();
    }
}
