package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Editing one credential, and what happens to edits that are not saved. */
@KeycloakTest
@ConsoleTest
final class EditingIT {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final TestRealm realm;
    private ClientCredentials credential;
    private Console console;

    EditingIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void createACredential(Consoles consoles) {
        credential = realm.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
        console = consoles.open(realm, Person.OWNER);
    }

    @Test
    void theMatrixSaysWhatIsGrantedWhereAndFollowsTheRows() {
        DetailPage.open(console, credential.id(), "permissions");
        assertThat(cell("webhook", "delete")).hasText("in the whole organization");
        assertThat(cell("audit", "delete")).hasText("Not offered");
        console.byTestId("keep-read-only").click();
        assertThat(cell("webhook", "delete")).hasText("–Not granted");

        console.byTestId("permission-2-scope").selectOption("vault");
        assertThat(cell("transaction", "read")).hasText("in all vaults");
        console.byTestId("permission-2-resource").fill(VAULT);
        assertThat(cell("transaction", "read")).hasText("in vault " + VAULT);
        console.atEachWidth("1400 390", () -> {
            assertThat(cell("transaction", "read")).isVisible();
            assertThat(console.overflow()).isLessThanOrEqualTo(0);
        });
        console.byTestId("revert").click();
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
    void savingIsForChangesOnly() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        assertThat(console.byTestId("save")).isDisabled();

        page.name().fill("Renamed in the console");
        assertThat(console.byTestId("save")).isEnabled();
        page.name().fill("Test of monitoring");
        assertThat(console.byTestId("save")).isDisabled();
    }

    @Test
    void asksBeforeEditsAreLeftUnsaved() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.name().fill("Never saved");
        page.tab("Activity").click();
        page.tab("Settings").click();
        assertThat(page.name()).hasValue("Never saved");

        console.navigationEntry().click();
        console.byTestId("stay").click();
        assertThat(page.name()).hasValue("Never saved");

        console.navigationEntry().click();
        console.byTestId("leave").click();
        assertThat(console.heading("API credentials")).isVisible();
        assertThat(console.byTestId("leave")).hasCount(0);
    }

    @Test
    void theKeyboardStaysWhereItWas() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.name().fill("Renamed in the console");
        console.byTestId("save").focus();
        console.page().keyboard().press("Enter");
        page.acknowledge("saved");
        console.byTestId("save").focus();
        page.name().fill("Renamed again");
        console.byTestId("save").focus();
        console.page().keyboard().press("Enter");
        assertThat(console.heading("Renamed again")).isVisible();
        assertThat(console.byTestId("save")).isFocused();

        page.choose("delete");
        console.page().keyboard().press("Escape");
        assertThat(console.byTestId("action-dropdown")).isFocused();

        page.choose("disable");
        page.confirm();
        assertThat(console.byTestId("status")).hasText("Disabled");
        assertThat(console.byTestId("action-dropdown")).isFocused();
    }

    @Test
    void savingStaysInViewHoweverLongTheFormIs() {
        console.page().setViewportSize(1024, 600);
        DetailPage.open(console, credential.id(), "permissions");

        assertThat(console.byTestId("save")).isInViewport();
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

        assertThat(tab.getByTestId("stale")).containsText(Pattern.compile("Changed by owner at .*: Name\\."));
        tab.getByTestId("show-difference").click();
        assertThat(tab.getByTestId("difference")).containsText("Test of monitoring");
        assertThat(tab.getByTestId("difference")).containsText("Saved by the first");

        tab.getByTestId("discard-and-reload").press("Enter");
        assertThat(second.name()).hasValue("Saved by the first");
        assertThat(tab.locator("h1")).isFocused();
        second.name().fill("Saved by the second");
        second.save();
        second.acknowledge("saved");
        assertThat(stored().path("name").asText()).isEqualTo("Saved by the second");
    }

    private JsonNode stored() {
        return realm.credentials().get(credential.id()).expect(200).json();
    }

    /** On a phone a cell that grants nothing is not shown. */
    private Locator cell(String type, String action) {
        Locator matrix = console.byTestId("permission-matrix");
        return matrix.locator("tr[data-type=" + type + "] td[data-action=" + action + "]");
    }
}
