package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of the uses of a credential, on its page. */
@KeycloakTest
@ConsoleTest
final class ActivityTabIT {

    private static final String ELSEWHERE = "127.0.0.9";

    private final TestRealm realm;
    private ClientCredentials credential;
    private Console console;

    ActivityTabIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void useACredential(Consoles consoles) {
        credential = realm.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
        for (int uses = 0; uses < 3; uses++) {
            realm.tokenEndpoint().request(credential).expect(200);
        }
        realm.tokenEndpoint().from(ELSEWHERE).request(credential).expect(401);
        console = consoles.open(realm, Person.OWNER);
    }

    @Test
    void drawsTheUsesOfEachDayWithTheRefusedOnesOnTop() {
        DetailPage.open(console, credential.id(), "activity");

        Locator drawing = console.byTestId("activity-chart").locator("svg");
        assertThat(drawing).hasAttribute("aria-label", Pattern.compile("Accepted: 3\\. Refused: 1\\."));
        String today = Instant.now().toString().substring(0, 10);
        Locator bar = drawing.locator("[data-day='" + today + "']");
        double accepted = number(bar.locator("rect").nth(1), "height");
        double refused = number(bar.locator("rect").nth(2), "height");
        assertThat(accepted).isEqualTo(75);
        assertThat(refused).isEqualTo(25);
        assertThat(number(bar.locator("rect").nth(2), "y") + refused)
                .isEqualTo(number(bar.locator("rect").nth(1), "y"));
        assertThat(colour(bar.locator("rect").nth(1)))
                .isNotEqualTo(colour(bar.locator("rect").nth(2)));
    }

    @Test
    void tellsTheSameToWhoeverReadsItWithTheKeyboard() {
        DetailPage.open(console, credential.id(), "activity");
        Locator days = console.byTestId("activity-days");
        assertThat(days).isHidden();

        console.button("Numbers of each day").focus();
        console.page().keyboard().press("Enter");

        assertThat(console.button("Numbers of each day")).isFocused();
        assertThat(cells(days)).hasSize(3).endsWith("3", "1");
    }

    @Test
    void saysWhenFromWhereBySecretAndWhyNot() {
        DetailPage.open(console, credential.id(), "activity");

        assertThat(console.byTestId("facts")).containsText(Pattern.compile("Last used.*, from 127\\.0\\.0\\.1"));
        assertThat(cells(row("activity-addresses", "127.0.0.1"))).startsWith("127.0.0.1", "3", "0");
        assertThat(cells(row("activity-addresses", ELSEWHERE))).startsWith(ELSEWHERE, "0", "1");
        assertThat(cells(row("activity-reasons", "address_not_allowed"))).startsWith("The address is not allowed", "1");
        assertThat(cells(console.byTestId("activity-secrets"))).contains("3");
    }

    @Test
    void isInTheQuestionsBeforeItStops() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        for (String act : List.of("disable", "delete")) {
            page.choose(act);
            assertThat(console.byTestId("what-stops"))
                    .containsText(
                            Pattern.compile("3 tokens in the last 24 hours \\(since \\d+:00.*\\), from 1 address\\."
                                    + " Last used .* from 127\\.0\\.0\\.1\\. The last token ends at \\d+:\\d\\d"));
            console.page().keyboard().press("Escape");
        }
    }

    /** Whoever is asked must not take silence for nothing. */
    @Test
    void isSaidToBeUnknownInTheQuestionsWhenItIs() {
        console.page().route("**/what-if", Route::abort);
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        page.choose("disable");

        assertThat(console.byTestId("what-stops")).containsText("could not be found out");
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));
        page.confirm();
        page.acknowledge("disabled");
    }

    @Test
    void isSeenWholeOnAPhone() {
        DetailPage.open(console, credential.id(), "activity");
        assertThat(console.byTestId("activity-chart")).isVisible();

        console.atEachWidth(
                "390", () -> assertThat(console.overflow()).as("on a phone").isLessThanOrEqualTo(0));
    }

    private Locator row(String table, String key) {
        return console.byTestId(table).locator("[data-row='" + key + "']");
    }

    private static List<String> cells(Locator within) {
        within.locator("td").first().waitFor();
        return within.locator("td").allInnerTexts();
    }

    private static double number(Locator rectangle, String name) {
        return Double.parseDouble(rectangle.getAttribute(name));
    }

    private static Object colour(Locator rectangle) {
        return rectangle.evaluate("element => getComputedStyle(element).fill");
    }
}
