package io.apicredentials.it.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The page of one credential. */
final class DetailPage {

    /** Within the page, as a notice closes itself after some seconds and may not wait for a click. */
    private static final String CLOSE_NOTICE = """
            text => {
              const notice = [...document.querySelectorAll(".pf-v5-c-alert")].find(any => any.innerText.includes(text));
              notice?.querySelector("button").click();
              return notice !== undefined;
            }
            """;

    private final Page page;

    DetailPage(Page page) {
        this.page = page;
    }

    /** Opens one of its tabs. */
    static DetailPage open(Console console, String id, String tab) {
        String path = "/api-credentials/" + id + "/" + tab;
        console.goTo(path);
        console.page()
                .locator("[role=tab][aria-selected=true][href$='" + path + "']")
                .waitFor();
        console.settle();
        return new DetailPage(console.page());
    }

    Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator name() {
        return page.getByTestId("credential-name");
    }

    void save() {
        page.getByTestId("save").click();
    }

    /** What to do with the credential as a whole: {@code disable}, {@code enable} or {@code delete}. */
    void choose(String action) {
        page.getByTestId("action-dropdown").click();
        page.getByTestId(action).click();
    }

    /** Answers the question that is asked before. */
    void confirm() {
        page.locator("#modal-confirm").click();
    }

    /** Waits for a notice and closes it, so that the next one can be told from it. */
    void acknowledge(String text) {
        page.waitForFunction(CLOSE_NOTICE, text);
        page.locator(".pf-v5-c-alert")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
