package io.apicredentials.it.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The dialog that shows a link at which somebody else picks a secret up, once. */
final class LinkDialog {

    private final Console console;

    /** Waits for it. */
    LinkDialog(Console console) {
        this.console = console;
        dialog().waitFor();
    }

    Locator dialog() {
        return console.byTestId("link-dialog");
    }

    /** Uses the button that copies, as a person would. */
    String copy() {
        return console.copy("link");
    }

    /** Closes it, and waits for the page of the credential, to which that leads. */
    void close() {
        console.byTestId("link-close").click();
        dialog().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        console.awaitCredential();
    }
}
