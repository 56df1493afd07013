package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on the pages with permissions is seen whole, in windows of each size and where words are long. */
@KeycloakTest
@ConsoleTest
final class NarrowPagesIT {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    /** The names of controls whose text is cut; of a select, beside the arrow. */
    private static final String CUT_OFF = """
            fields => fields.filter(field => {
              const style = getComputedStyle(field);
              const pen = document.createElement("canvas").getContext("2d");
              pen.font = style.font;
              const text = field.value && (field.selectedOptions?.[0].text ?? field.value);
              const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
              return pen.measureText(text).width > room + 1;
            }).map(field => field.dataset.testid + ": " + field.value)
            """;

    private static final String COVERED = """
            field => {
              const { left, top, height } = field.getBoundingClientRect();
              return document.elementFromPoint(left + 10, top + height / 2) !== field;
            }
            """;

    private final TestRealm realm;

    NarrowPagesIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1400 1024 390", "de, 1400 1024 390", "ja, 1400 390"})
    void aResourceIsReadWithItsLastCharacter(String language, String widths, Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER.username(), ColorScheme.LIGHT, language);
        addAPermission(console);
        isReadAtEach(widths, "in the wizard", console);

        // The same once more: an error takes no room from what it is about.
        addARow(console, 9);
        assertThat(console.byTestId("permissions-attention")).isVisible();
        isReadAtEach(widths, "with an error", console);

        String id = realm.credentials()
                .issue(CredentialRequests.grant(
                        CredentialRequests.of("wallets", "127.0.0.1"), "balances", "read", "vault", VAULT))
                .id();
        // This one is loaded in a narrow window; those before were narrowed.
        console.page().setViewportSize(390, 900);
        console.open("/api-credentials/" + id + "/permissions");
        assertThat(console.byTestId("permission-0-resource")).hasValue(VAULT);
        isReadAtEach(widths, "on its page", console);
    }

    @ParameterizedTest
    @CsvSource({"1400, en-US", "390, en-US"})
    void theKeyboardIsNotBelowTheButtons(int width, String language, Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER.username(), ColorScheme.LIGHT, language);
        console.page().setViewportSize(width, 800);
        goToPermissions(console);
        console.byTestId("add-permission").press("Enter");

        for (String field : List.of("permission-8-type", "permission-8-remove", "add-permission")) {
            Locator control = console.byTestId(field);
            for (int tabs = 0; tabs < 200 && !isFocused(control); tabs++) {
                console.page().keyboard().press("Tab");
            }
            assertThat(control).isFocused();
            assertThat(control.evaluate(COVERED)).as(field + " is covered").isEqualTo(false);
        }
    }

    @ParameterizedTest
    @CsvSource({"de, 1400 390", "ja, 390"})
    void noWordOfTheReviewIsBroken(String language, String widths, Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER.username(), ColorScheme.LIGHT, language);
        goToPermissions(console);
        console.byTestId("wizard-next").click();

        console.atEachWidth(widths, () -> {
            Object heights = console.byTestId("review")
                    .locator("button")
                    .evaluateAll(
                            "links => [...new Set(links.map(link => Math.round(link.getBoundingClientRect().height)))]");
            assertThat((List<?>) heights)
                    .as("heights of the links at %s, of one line each", console.width())
                    .hasSize(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"en-US, 1400", "de, 1400", "ja, 1400"})
    void whatIsAboveTheListIsOneLine(String language, String widths, Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER.username(), ColorScheme.LIGHT, language);
        console.goTo("/api-credentials");
        assertThat(console.byTestId("chip-expiry")).isVisible();

        console.atEachWidth(
                widths,
                () -> assertThat((List<?>) console.byTestId("table-toolbar")
                                .locator(".pf-v5-c-toolbar__item")
                                .evaluateAll("items => [...new Set(items.map(item => item.offsetTop))]"))
                        .as("lines at %s", console.width())
                        .hasSize(1));
    }

    private static void isReadAtEach(String widths, String where, Console console) {
        console.atEachWidth(
                widths,
                () -> assertThat(cutOff(console))
                        .as("%s at %s", where, console.width())
                        .isEmpty());
    }

    private static boolean isFocused(Locator control) {
        return (boolean) control.evaluate("element => element === document.activeElement");
    }

    private static List<?> cutOff(Console console) {
        return (List<?>) console.byTestId("permissions")
                .locator("select:enabled, input:enabled")
                .evaluateAll(CUT_OFF);
    }

    private static void addAPermission(Console console) {
        goToPermissions(console);
        addARow(console, 8);
    }

    private static void addARow(Console console, int row) {
        console.byTestId("add-permission").click();
        String field = "permission-" + row + "-";
        console.byTestId(field + "type").selectOption("balances");
        console.byTestId(field + "action").selectOption("read");
        console.byTestId(field + "scope").selectOption("vault");
        console.byTestId(field + "resource").fill(VAULT);
    }

    /** With the eight default permissions of the set. */
    private static void goToPermissions(Console console) {
        console.goTo("/api-credentials/new");
        console.byTestId("set-wallets").locator("input").check(new Locator.CheckOptions().setForce(true));
        console.byTestId("wizard-next").click();
        console.byTestId("credential-name").fill("Wide enough");
        console.byTestId("wizard-next").click();
        console.byTestId("address-0").fill("127.0.0.1");
        console.byTestId("wizard-next").click();
        assertThat(console.byTestId("permission-7-type")).isVisible();
    }
}
