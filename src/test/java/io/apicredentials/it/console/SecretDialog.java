package io.apicredentials.it.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.apicredentials.testing.ClientCredentials;

/** The dialog that shows a new secret, once. */
final class SecretDialog {

    private final Console console;

    /** Waits for it. */
    SecretDialog(Console console) {
        this.console = console;
        dialog().waitFor();
    }

    Locator dialog() {
        return console.byTestId("secret-dialog");
    }

    /** Uses the buttons that copy, as a person would. */
    ClientCredentials copy() {
        return new ClientCredentials("", console.copy("client-id"), console.copy("client-secret"));
    }

    String copyCurlLine() {
        return console.copy("curl");
    }

    /** What has become of the secret so far: {@code waiting}, {@code accepted} or {@code refused}. */
    Locator firstUse(String kind) {
        return console.page().locator("[data-testid='first-use'][data-kind='" + kind + "']");
    }

    Locator closeButton() {
        return console.byTestId("secret-close");
    }

    /** Says that the secret is kept, closes, and waits for the page of the credential, to which that leads. */
    void close() {
        console.byTestId("secret-kept").check();
        closeButton().click();
        dialog().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        console.awaitCredential();
    }
}
