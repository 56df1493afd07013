package io.apicredentials.it.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens the console of a realm for somebody. Within a class of tests each person has one browser profile, so that he logs
 * in once; every test has tabs of its own.
 */
final class Consoles implements AutoCloseable {

    private final Chromium chromium;
    private final Map<Profile, BrowserContext> contexts = new HashMap<>();
    private final List<Console> opened = new ArrayList<>();

    Consoles(Chromium chromium) {
        this.chromium = chromium;
    }

    /** The console of a realm, logged in. */
    Console open(TestRealm realm, Person who) {
        return open(realm, who.username(), ColorScheme.LIGHT, "en-US");
    }

    /**
     * The console of a realm, logged in.
     *
     * @param username also the password
     * @param language what the browser asks for, a BCP 47 tag
     */
    Console open(TestRealm realm, String username, ColorScheme scheme, String language) {
        BrowserContext context =
                contexts.computeIfAbsent(new Profile(realm.consoleUrl(), username, scheme, language), this::context);
        Console console = new Console(context, realm.consoleUrl());
        opened.add(console);
        console.logIn(username);
        return console;
    }

    /** Closes the tabs of a test, and fails when something went wrong unseen. */
    void end(boolean failed) {
        List<String> mishaps = new ArrayList<>();
        for (Console console : opened) {
            mishaps.addAll(console.close());
        }
        opened.clear();
        if (!failed && !mishaps.isEmpty()) {
            throw new AssertionError("went wrong in the browser: " + mishaps);
        }
    }

    @Override
    public void close() {
        contexts.values().forEach(BrowserContext::close);
    }

    private BrowserContext context(Profile profile) {
        return chromium.newContext(new Browser.NewContextOptions()
                .setViewportSize(1400, 900)
                .setColorScheme(profile.scheme())
                .setLocale(profile.language())
                .setTimezoneId("UTC")
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    private record Profile(String consoleUrl, String username, ColorScheme scheme, String language) {}
}
