package io.apicredentials.it.console;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The admin console of one realm as one person sees it. Whatever goes wrong in the browser is written down: errors in its
 * console, requests that failed or that the server refused.
 */
final class Console {

    /** The frame around all pages, or the refusal in its place. */
    private static final String DRAWN = ".pf-v5-c-page__main, .pf-v5-c-alert";

    /** The width of a window from which on the navigation stands beside the page. */
    private static final int BESIDE = 1200;

    private static final Pattern SPACE = Pattern.compile(" ");

    private final String url;
    private final Page page;
    private final List<Page> otherTabs = new ArrayList<>();
    private final List<String> mishaps = new ArrayList<>();
    private final Consumer<ConsoleMessage> message = this::note;
    private final Consumer<String> exception = this::noteException;
    private final Consumer<Request> failure = this::note;
    private final Consumer<Response> answer = this::note;

    /** @param page an empty tab */
    Console(Page page, String url) {
        this.page = page;
        this.url = url;
        watch(page);
    }

    /** Opens the console, through the page of the log-in unless the browser has a session. */
    void logIn(String username) {
        page.navigate(url);
        page.locator("#username, " + DRAWN).first().waitFor();
        if (page.locator("#username").isVisible()) {
            page.fill("#username", username);
            page.fill("#password", username);
            page.click("#kc-login");
        }
        page.locator(DRAWN).first().waitFor();
    }

    Page page() {
        return page;
    }

    /** Another tab of the same browser, so of the same session. */
    Page newTab(String path) {
        Page tab = page.context().newPage();
        otherTabs.add(tab);
        watch(tab);
        tab.navigate(url + "#/" + realm() + path);
        return tab;
    }

    /** Opens a page of the realm by its address, as a link from elsewhere does: {@code /clients}. */
    void open(String path) {
        // A change of what is behind # alone would load nothing.
        page.navigate("about:blank");
        page.navigate(url + "#/" + realm() + path);
        settle();
    }

    /** Goes to a page of the realm as the console's own links do, which load nothing but the page. */
    void goTo(String path) {
        page.evaluate("hash => { location.hash = hash }", "#/" + realm() + path);
    }

    /** Opens our section by its entry in the navigation. */
    void openCredentials() {
        navigationEntry().click();
        heading("API credentials").waitFor();
        settle();
    }

    Locator navigationEntry() {
        return byTestId("nav-item-api-credentials");
    }

    /** Waits until the page says no more that it is loading. */
    void settle() {
        page.waitForFunction("""
                () => document.querySelector(".pf-v5-c-page__main")?.innerText.trim()
                    && !document.querySelector(".pf-v5-c-spinner, .pf-v5-c-skeleton")
                """);
    }

    Locator byTestId(String id) {
        return page.getByTestId(id);
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    /** A step of the wizard, in its navigation. */
    Locator step(String name) {
        return page.locator(".pf-v5-c-wizard__nav").getByText(name, new Locator.GetByTextOptions().setExact(true));
    }

    Locator text(String text) {
        return page.getByText(text, new Page.GetByTextOptions().setExact(true));
    }

    /** Copies what is shown to be copied, by its button. */
    String copy(String what) {
        page.evaluate("navigator.clipboard.writeText('')");
        byTestId(what).locator("button[aria-label^='Copy']").click();
        return (String)
                page.waitForFunction("() => navigator.clipboard.readText()").jsonValue();
    }

    /** Waits for the page of a credential: a dialog goes before the address changes, and somebody who goes on at once is led away again. */
    void awaitCredential() {
        page.waitForFunction("() => /\\/api-credentials\\/[0-9a-f-]{36}/.test(location.hash)");
        settle();
    }

    /** What is behind the # of the address, without the realm: {@code /api-credentials}. */
    String path() {
        return page.url().substring(page.url().indexOf('#') + 2 + realm().length());
    }

    /**
     * Shows the page in windows of several widths, in each as if it was loaded there.
     *
     * @param widths in pixels, with a space between them
     */
    void atEachWidth(String widths, Runnable check) {
        for (int width : SPACE.splitAsStream(widths).mapToInt(Integer::parseInt).toArray()) {
            page.setViewportSize(width, 900);
            // Follows the width some time later than what the style sheets say.
            page.locator(
                            width() < BESIDE
                                    ? ".pf-v5-c-page__sidebar.pf-m-collapsed"
                                    : ".pf-v5-c-page__sidebar.pf-m-expanded")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            check.run();
        }
    }

    int width() {
        return page.viewportSize().width;
    }

    /** By how many pixels the page, or a table on it, is wider than the window; not above 0 where all is seen. */
    int overflow() {
        return (int) page.evaluate("""
                () => { const main = document.querySelector(".pf-v5-c-page__main");
                        return Math.max(main.scrollWidth - main.clientWidth,
                                ...[...main.querySelectorAll("table")].map((table) =>
                                        table.getBoundingClientRect().right - innerWidth)); }""");
    }

    /** Takes back what went wrong and was to go wrong; fails when there is nothing of it. */
    void expectMishaps(Predicate<String> expected) {
        if (!mishaps.removeIf(expected)) {
            throw new AssertionError("nothing of what was to go wrong: " + mishaps);
        }
    }

    /** Closes all tabs but the first, which it watches no longer, and returns what went wrong. */
    List<String> close() {
        otherTabs.forEach(Page::close);
        heardAll();
        page.offConsoleMessage(message);
        page.offPageError(exception);
        page.offRequestFailed(failure);
        page.offResponse(answer);
        return List.copyOf(mishaps);
    }

    /** The driver tells of what has happened in a tab while it waits for an answer. */
    private void heardAll() {
        try {
            page.evaluate("0");
        } catch (PlaywrightException goneAway) {
            // Then there is nothing more to hear.
        }
    }

    private void watch(Page tab) {
        tab.onConsoleMessage(message);
        tab.onPageError(exception);
        tab.onRequestFailed(failure);
        tab.onResponse(answer);
    }

    private String realm() {
        return url.replaceAll("^.*/admin/|/console/$", "");
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            mishaps.add("console: " + message.text());
        }
    }

    private void noteException(String text) {
        mishaps.add("exception: " + text);
    }

    private void note(Request request) {
        // A page that is left gives up what it was still loading.
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            mishaps.add("failed: " + request.method() + " " + request.url() + " " + request.failure());
        }
    }

    private void note(Response response) {
        if (response.status() >= 400) {
            mishaps.add("HTTP " + response.status() + ": " + response.request().method() + " " + response.url());
        }
    }
}
