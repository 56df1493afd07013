package io.apicredentials.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds on each page, in light and dark; takes the pictures that the documentation shows. */
@KeycloakTest
@ConsoleTest
final class EveryPageIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final TestRealm realm;

    EveryPageIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void isWithoutSeriousObstaclesToAnybody(Consoles consoles) {
        // It is loaded in the dark, and changes to light while it is there.
        Console console = consoles.open(realm, Person.OWNER.username(), ColorScheme.DARK, "en-US");
        assertThat(console.page().locator("html").getAttribute("class")).contains("pf-v5-theme-dark");
        List<String> obstacles = new ArrayList<>();

        new Tour(realm, console).go(place -> {
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                choose(scheme, console.page());
                String name = place + "-" + scheme.name().toLowerCase(Locale.ROOT);
                takePicture(console.page(), name);
                AxeResults found = lookAt(console.page());
                assertThat(found.getPasses()).as("what was looked at").hasSizeGreaterThan(10);
                for (Rule violated : found.getViolations()) {
                    if (SERIOUS.contains(violated.getImpact())) {
                        obstacles.add(name + ": " + violated.getId() + " " + violated.getHelp() + " "
                                + violated.getNodes().get(0).getHtml());
                    }
                }
            }
        });

        assertThat(obstacles).isEmpty();
    }

    /** In the page itself, and with one node only of each rule that holds: otherwise it takes five times as long. */
    private static AxeResults lookAt(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options).analyze();
    }

    /** As somebody does in the system's settings: the page follows. */
    private static void choose(ColorScheme scheme, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.waitForFunction(
                "dark => document.documentElement.classList.contains('pf-v5-theme-dark') === dark",
                scheme == ColorScheme.DARK);
    }

    private static void takePicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("screenshots"), name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
