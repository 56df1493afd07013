package io.apicredentials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** Creating a credential without a mouse. */
@KeycloakTest
@ConsoleTest
final class KeyboardIT {

    private static final int MAX_STEPS = 60;

    private final TestRealm realm;

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

        tabTo(console, console.byTestId("set-wallets").locator("input"));
        keyboard.press("Space");
        go(console, "Next");

        tabTo(console, console.byTestId("credential-name"));
        keyboard.type("Typed from the keyboard");
        go(console, "Next");

        tabTo(console, console.byTestId("address-0"));
        keyboard.type("127.0.0.1");
        go(console, "Next");

        tabTo(console, console.byTestId("permission-0-remove"));
        keyboard.press("Enter");
        tabTo(console, console.byTestId("keep-read-only"));
        keyboard.press("Enter");
        go(console, "Next");
        go(console, "Generate credentials");

        SecretDialog dialog = new SecretDialog(console);
        tabTo(console, console.byTestId("secret-kept"));
        keyboard.press("Space");
        tabTo(console, dialog.closeButton());
        keyboard.press("Enter");
        assertThat(console.heading("Typed from the keyboard")).isVisible();
    }

    private static void go(Console console, String button) {
        tabTo(console, console.button(button));
        console.page().keyboard().press("Enter");
    }

    private static void tabTo(Console console, Locator target) {
        target.waitFor();
        for (int step = 0; step < MAX_STEPS; step++) {
            if ((boolean) target.evaluate("element => element === document.activeElement")) {
                return;
            }
            console.page().keyboard().press("Tab");
        }
        throw new AssertionError("the key Tab does not lead to " + target);
    }
}
