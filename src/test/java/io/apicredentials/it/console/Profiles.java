package io.apicredentials.it.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The browser profiles of a run: one for each person, colour scheme and language. The tab that one test gives back is the
 * next one's, and is empty; only what Chromium has compiled of the console is still there, which takes longer than all the
 * rest of a log-in.
 */
final class Profiles implements AutoCloseable {

    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;

    private final Chromium chromium;
    private final Map<Profile, BrowserContext> contexts = new HashMap<>();
    private final Map<Profile, Page> tabs = new HashMap<>();

    Profiles(Chromium chromium) {
        this.chromium = chromium;
    }

    /**
     * One profile.
     *
     * @param language what the browser asks for, a BCP 47 tag
     */
    record Profile(String username, ColorScheme scheme, String language) {}

    /** An empty tab. */
    Page take(Profile profile) {
        Page free = tabs.remove(profile);
        return free == null ? contexts.computeIfAbsent(profile, this::context).newPage() : free;
    }

    /**
     * A tab in which no script runs, of somebody who was never here.
     *
     * @param language what the browser asks for, a BCP 47 tag
     */
    Page takeWithoutScripts(String language) {
        return chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setLocale(language)
                        .setJavaScriptEnabled(false))
                .newPage();
    }

    /** A tab of somebody who was never here and likes it dark. */
    Page takeInTheDark() {
        return chromium.newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDTH, HEIGHT)
                        .setLocale("en-US")
                        .setColorScheme(ColorScheme.DARK))
                .newPage();
    }

    /** Empties a tab for another test. */
    void giveBack(Profile profile, Page tab) {
        // What is not saved may be lost now.
        Consumer<Dialog> leave = Dialog::accept;
        tab.onDialog(leave);
        try {
            tab.unrouteAll();
            tab.evaluate("() => { sessionStorage.clear(); localStorage.clear(); }");
            tab.navigate("about:blank");
            tab.setViewportSize(WIDTH, HEIGHT);
            tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(profile.scheme()));
        } catch (PlaywrightException notOfAServer) {
            tab.close();
            return;
        }
        tab.offDialog(leave);
        Page other = tabs.put(profile, tab);
        if (other != null) {
            other.close();
        }
    }

    @Override
    public void close() {
        chromium.close();
    }

    private BrowserContext context(Profile profile) {
        return chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setColorScheme(profile.scheme())
                .setLocale(profile.language())
                .setTimezoneId("UTC")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    }
}
