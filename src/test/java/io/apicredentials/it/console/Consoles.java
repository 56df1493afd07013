package io.apicredentials.it.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.it.console.Profiles.Profile;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;

/**
 * Opens the console of a realm for somebody. Each person has one browser profile, so that he logs in to a realm once;
 * every test has tabs in which nothing is left of another one.
 */
final class Consoles {

    private final Profiles profiles;
    private final List<Opened> opened = new ArrayList<>();

    Consoles(Profiles profiles) {
        this.profiles = profiles;
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
        Profile profile = new Profile(username, scheme, language);
        Console console = new Console(profiles.take(profile), realm.consoleUrl());
        opened.add(new Opened(profile, console));
        console.logIn(username);
        return console;
    }

    /**
     * A tab in which no script runs, of somebody who was never here; to be closed with its context.
     *
     * @param language what the browser asks for, a BCP 47 tag
     */
    Page withoutScripts(String language) {
        return profiles.takeWithoutScripts(language);
    }

    /** A tab of somebody who was never here and likes it dark; to be closed with its context. */
    Page inTheDark() {
        return profiles.takeInTheDark();
    }

    /** Takes the tabs of a test, and fails when something went wrong unseen. */
    void end(boolean failed) {
        List<Opened> ended = List.copyOf(opened);
        opened.clear();
        List<String> mishaps = new ArrayList<>();
        for (Opened each : ended) {
            mishaps.addAll(each.console().close());
            if (failed) {
                // Whatever the test has left waiting in it, such as an answer to a question, goes with the tab.
                each.console().page().close();
            } else {
                profiles.giveBack(each.profile(), each.console().page());
            }
        }
        if (!failed && !mishaps.isEmpty()) {
            throw new AssertionError("went wrong in the browser: " + mishaps);
        }
    }

    private record Opened(Profile profile, Console console) {}
}
