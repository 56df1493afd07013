package io.apicredentials.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;

/** Opens the console of a realm for somebody, each time in a browser profile of its own. */
final class Consoles {

    private final Browser browser;
    private final List<Console> opened = new ArrayList<>();

    Consoles(Browser browser) {
        this.browser = browser;
    }

    /** The console of a realm, logged in. */
    Console open(TestRealm realm, Person who) {
        return open(realm, who.username(), ColorScheme.LIGHT, "en-US");
    }

    /** The console of a realm in the dark. */
    Console openDark(TestRealm realm, Person who) {
        return open(realm, who.username(), ColorScheme.DARK, "en-US");
    }

    /**
     * The console of a realm, logged in.
     *
     * @param username also the password
     * @param language what the browser asks for, a BCP 47 tag
     */
    Console open(TestRealm realm, String username, ColorScheme scheme, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1400, 900)
                .setColorScheme(scheme)
                .setLocale(language)
                .setTimezoneId("UTC")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        Console console = new Console(context, realm.consoleUrl());
        opened.add(console);
        console.logIn(username);
        return console;
    }

    /** Closes all, and fails when something went wrong unseen. */
    void end(boolean failed) {
        List<String> mishaps = new ArrayList<>();
        for (Console console : opened) {
            mishaps.addAll(console.close());
        }
        if (!failed && !mishaps.isEmpty()) {
            throw new AssertionError("went wrong in the browser: " + mishaps);
        }
    }
}
