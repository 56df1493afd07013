package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is wrong is said where it is wrong: while typing, and when the server says so. */
@KeycloakTest
@ConsoleTest
final class FieldProblemsIT {

    private final TestRealm realm;

    FieldProblemsIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void aNameHasFiveToFiftyPrintableCharacters(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard.open(console).choose("Wallets");
        console.byTestId("credential-name").fill("       ");
        assertThat(console.button("Next")).isDisabled();

        for (int length : new int[] {4, 5, 50, 51}) {
            boolean isFine = length == 5 || length == 50;
            console.byTestId("credential-name").fill("x".repeat(length));

            assertThat(console.byTestId("credential-name")).hasAttribute("aria-invalid", String.valueOf(!isFine));
            assertThat(console.button("Next")).isEnabled(enabled(isFine));
        }

        console.byTestId("credential-name").fill("Treasury\u202eyrusaerT");

        assertThat(console.page().locator("#credential-name-help")).containsText("invisible character");
        assertThat(console.button("Next")).isDisabled();
    }

    @Test
    void anAddressIsJudgedAsItIsTyped(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard.open(console).choose("Wallets").describe("Bad addresses", "");

        for (String address :
                List.of("010.0.0.1", "10.0.0", "10.0.0.1/33", "10.0.0.1/8", "256.1.1.1", "::1", "nonsense")) {
            console.byTestId("address-0").fill("10.0.0.1");
            assertThat(console.button("Next")).isEnabled();

            console.byTestId("address-0").fill(address);

            assertThat(console.page().locator("#address-0-problem")).not().isEmpty();
            assertThat(console.byTestId("address-0")).hasAttribute("aria-invalid", "true");
            assertThat(console.button("Next")).isDisabled();
        }
    }

    @Test
    void thereAreSixAddressesAtMost(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard.open(console).choose("Wallets").describe("Six addresses", "");
        for (int row = 0; row < 6; row++) {
            console.byTestId("address-" + row).fill("10.0.0." + row);
            if (row < 5) {
                console.byTestId("add-address").click();
            }
        }

        assertThat(console.byTestId("add-address")).isDisabled();
        assertThat(console.byTestId("add-own-address")).isDisabled();
        assertThat(console.button("Next")).isEnabled();
    }

    @Test
    void thereIsNoWayOnWithoutPermissions(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = atThePermissions(console);
        assertThat(console.button("Next")).isEnabled();

        wizard.removePermission(0).removePermission(0).removePermission(0);

        assertThat(console.page().locator("#permissions-problem")).containsText("At least one permission is needed");
        assertThat(console.button("Next")).isDisabled();
    }

    @Test
    void theDefaultPermissionsAreRestored(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = atThePermissions(console).removePermission(2).removePermission(0);

        console.byTestId("default-permissions").click();

        assertThat(console.byTestId("permission-2-type")).isVisible();
        assertThat(wizard.permissions())
                .containsExactly("transaction:create:org:", "transaction:read:org:", "transaction:update:org:");
        assertThat(console.button("Next")).isEnabled();
    }

    @Test
    void noPermissionIsListedTwice(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        atThePermissions(console).addPermission("transaction", "read", "org", "");

        assertThat(console.page().locator("#permission-3-problem")).containsText("listed twice");
        assertThat(console.button("Next")).isDisabled();

        console.byTestId("add-permission").focus();
        console.byTestId("permissions-attention").press("Enter");

        assertThat(console.byTestId("permission-3-type")).isFocused();
        assertThat(console.byTestId("permission-3-type")).hasAccessibleDescription(Pattern.compile("listed twice"));
    }

    @Test
    void aPermissionThatAddsNothingIsTold(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        atThePermissions(console).addPermission("transaction", "read", "vault", "v1");

        assertThat(console.page().locator("#permission-3-problem"))
                .hasText("Row 4 adds nothing: row 2 already allows it everywhere.");
        assertThat(console.button("Next")).isEnabled();
    }

    /** The console lets nothing pass that the server refuses, so the request is made worse on its way. */
    @Test
    void theServersWordStandsAtTheFieldItIsAbout(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        console.page()
                .route(
                        "**/api-credentials",
                        route -> route.resume(new Route.ResumeOptions()
                                .setPostData(route.request()
                                        .postData()
                                        .replace("Fine as it is", "Bad")
                                        .replace("10.0.0.1", "010.0.0.1"))));
        Wizard wizard = Wizard.open(console)
                .choose("Transactions")
                .describe("Fine as it is", "")
                .limitTo("10.0.0.1")
                .next();
        console.button("Generate credentials").click();

        assertThat(console.page().locator(".pf-v5-c-alert.pf-m-danger")).containsText("5 to 50");
        console.button("Back").click();
        console.button("Back").click();
        assertThat(console.page().locator("#address-0-problem")).containsText("010.0.0.1");
        console.button("Back").click();
        assertThat(console.page().locator("#credential-name-help")).containsText("5 to 50");

        console.page().unroute("**/api-credentials");
        wizard.describe("Fine as it was", "").next().next().generate();
        console.expectMishaps(mishap -> mishap.contains("400"));
    }

    /** With the three defaults of the set, of which one is to read. */
    private static Wizard atThePermissions(Console console) {
        Wizard wizard = Wizard.open(console)
                .choose("Transactions")
                .describe("Nothing to do", "")
                .limitTo("10.0.0.1");
        console.byTestId("permission-2-type").waitFor();
        return wizard;
    }

    private static LocatorAssertions.IsEnabledOptions enabled(boolean isEnabled) {
        return new LocatorAssertions.IsEnabledOptions().setEnabled(isEnabled);
    }
}
