package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** Creating a credential without a mouse, and without losing the place. */
@KeycloakTest
@ConsoleTest
final class KeyboardIT {

    private static final int MAX_STEPS = 60;

    /** How many times Tab may be pressed from the first step of the wizard to the page of the credential. */
    private static final int MAX_TABS = 40;

    private final TestRealm realm;
    private int tabs;

    KeyboardIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void aCredentialIsCreatedWithTheKeyboardAlone(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Keyboard keyboard = console.page().keyboard();

        tabTo(console, console.navigationEntry());
        keyboard.press("Enter");
        assertThat(console.heading("API credentials")).isVisible();
        tabTo(console, console.byTestId("create-credentials"));
        keyboard.press("Enter");
        assertThat(console.heading("Select a permission set type")).isFocused();
        tabs = 0;

        tabTo(console, console.byTestId("set-wallets").locator("input"));
        keyboard.press("Space");
        go(console, "Next");

        assertThat(console.byTestId("credential-name")).isFocused();
        keyboard.type("Typed from the keyboard");
        go(console, "Next");

        assertThat(console.heading("IP addresses")).isFocused();
        tabTo(console, console.byTestId("address-0"));
        keyboard.type("127.0.0.1");
        go(console, "Next");

        assertThat(console.heading("Permissions")).isFocused();
        tabTo(console, console.button("Skip the table"));
        keyboard.press("Enter");
        assertThat(console.button("Next")).isFocused();
        keyboard.press("Enter");
        assertThat(console.heading("Review")).isFocused();
        go(console, "Generate credentials");

        SecretDialog dialog = new SecretDialog(console);
        tabTo(console, console.byTestId("secret-kept"));
        keyboard.press("Space");
        tabTo(console, dialog.closeButton());
        keyboard.press("Enter");
        assertThat(console.heading("Typed from the keyboard")).isFocused();
        assertThat(tabs).as("keys Tab").isLessThanOrEqualTo(MAX_TABS);
    }

    /** Beside what is removed, and at what is added. */
    @Test
    void theFocusIsNeverLostInTheTables(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console).choose("Transactions").describe("Here and there", "");
        for (int row = 1; row < 3; row++) {
            console.byTestId("add-address").press("Enter");
            assertThat(console.byTestId("address-" + row)).isFocused();
        }
        console.byTestId("address-1-remove").press("Enter");
        assertThat(console.byTestId("address-1")).isFocused();
        console.byTestId("address-1-remove").press("Enter");
        assertThat(console.byTestId("address-0")).isFocused();
        wizard.limitTo("10.0.0.1");

        console.byTestId("permission-1-remove").press("Enter");
        assertThat(console.byTestId("permission-1-remove")).isFocused();
        console.byTestId("permission-1-remove").press("Enter");
        assertThat(console.byTestId("permission-0-remove")).isFocused();
        console.byTestId("permission-0-remove").press("Enter");
        assertThat(console.byTestId("add-permission")).isFocused();
        console.byTestId("add-permission").press("Enter");
        assertThat(console.byTestId("permission-0-type")).isFocused();
        console.byTestId("default-permissions").click();
        console.byTestId("keep-read-only").press("Enter");
        assertThat(console.byTestId("keep-read-only")).isFocused();
    }

    /** What leads out of a notice goes away with it. */
    @Test
    void theFocusIsNotLostWithANotice(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        console.goTo("/api-credentials?search=none+of+this+name");
        console.button("Clear all filters").press("Enter");
        assertThat(console.page().getByPlaceholder("Search")).isFocused();

        console.page().route("**/api-credentials?*", Route::abort);
        console.byTestId("refresh").click();
        Locator failure = console.byTestId("load-failure");
        assertThat(failure).isVisible();
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));
        console.page().unroute("**/api-credentials?*");
        failure.getByText("Try again").press("Enter");
        assertThat(failure).hasCount(0);
        assertThat(console.heading("API credentials")).isFocused();
    }

    private void go(Console console, String button) {
        tabTo(console, console.button(button));
        console.page().keyboard().press("Enter");
    }

    private void tabTo(Console console, Locator target) {
        target.waitFor();
        for (int step = 0; step < MAX_STEPS; step++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            console.page().keyboard().press("Tab");
            tabs++;
        }
        throw new AssertionError("the key Tab does not lead to " + target);
    }
}
