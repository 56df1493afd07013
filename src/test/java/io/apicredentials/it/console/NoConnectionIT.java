package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** The permission sets are not to be had, though the page itself is: what can be shown without them is shown. */
@KeycloakTest
@ConsoleTest
final class NoConnectionIT {

    private static final String SETS = "**/api-credentials/permission-sets";

    private final TestRealm realm;

    NoConnectionIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void theListIsShownWithoutThePermissionSets(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.page().route(SETS, Route::abort);
        console.openCredentials();

        assertThat(console.text("Balance reader")).isVisible();
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));
    }

    @Test
    void theWizardSaysThatItTriesAgainAtAPress(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        console.page().route(SETS, Route::abort);
        console.openCredentials();
        console.byTestId("create-credentials").click();
        assertThat(console.byTestId("load-failure")).containsText("Keycloak cannot be reached");
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));

        console.page().unroute(SETS);
        tryAgain(console).press("Enter");
        assertThat(console.heading("Select a permission set type")).isFocused();
    }

    @Test
    void thePageOfACredentialTriesAgainAtAPress(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        console.page().route(SETS, Route::abort);
        console.openCredentials();
        console.text("Balance reader").click();
        assertThat(console.byTestId("load-failure")).containsText("Keycloak cannot be reached");
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));

        console.page().unroute(SETS);
        tryAgain(console).press("Enter");
        assertThat(console.heading("Balance reader")).isFocused();
    }

    private static Locator tryAgain(Console console) {
        return console.byTestId("load-failure").getByText("Try again");
    }
}
