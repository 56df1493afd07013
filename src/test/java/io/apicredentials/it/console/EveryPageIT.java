package io.apicredentials.it.console;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on each page, in light and dark; takes the pictures that the documentation shows. */
@KeycloakTest
@ConsoleTest
final class EveryPageIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    private final TestRealm realm;

    EveryPageIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void isWithoutSeriousObstaclesToAnybody(ColorScheme scheme, Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER.username(), scheme, "en-US");
        List<String> obstacles = new ArrayList<>();

        new Tour(realm, console).go(place -> {
            takePicture(console.page(), place + "-" + scheme.name().toLowerCase(Locale.ROOT));
            AxeResults found = new AxeBuilder(console.page()).analyze();
            assertThat(found.getPasses()).as("what was looked at").hasSizeGreaterThan(10);
            for (Rule violated : found.getViolations()) {
                if (SERIOUS.contains(violated.getImpact())) {
                    obstacles.add(place + ": " + violated.getId() + " " + violated.getHelp() + " "
                            + violated.getNodes().get(0).getHtml());
                }
            }
        });

        assertThat(obstacles).isEmpty();
    }

    private static void takePicture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("screenshots"), name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
