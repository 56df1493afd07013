package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Stopping many credentials at once, and disabling those that are selected. */
@KeycloakTest
@ConsoleTest
final class EmergencyStopConsoleIT {

    private static final String STOP = "**/emergency-stop*";

    private final TestRealm realm;

    EmergencyStopConsoleIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void whatWouldStopIsShownBeforeTheNameOfTheRealmIsTyped(Consoles consoles) {
        ClientCredentials first = issue("Stopped one", "203.0.113.7");
        ClientCredentials second = issue("Stopped two", "203.0.113.0/24");
        ClientCredentials other = issue("Goes on", "127.0.0.1");
        Console console = consoles.open(realm, Person.OWNER);
        console.openCredentials();
        console.byTestId("emergency-stop").click();

        console.byTestId("stop-way").selectOption("address");
        console.byTestId("stop-value").fill("203.0.113.999");
        console.byTestId("stop-look").click();
        assertThat(console.page().locator("#stop-value-help")).containsText("203.0.113.999");
        console.expectMishaps(mishap -> mishap.contains("400"));
        console.byTestId("stop-value").fill("203.0.113.7");
        console.byTestId("stop-value").press("Enter");
        Locator preview = console.byTestId("stop-preview");
        assertThat(preview).containsText("Stopped one");
        assertThat(preview).containsText("Stopped two");
        assertThat(preview).not().containsText("Goes on");
        assertThat(console.byTestId("stop-uses")).containsText("No token in the last 24 hours");
        console.atEachWidth("390 1400", () -> assertThat(console.overflow()).isLessThanOrEqualTo(0));

        assertThat(console.byTestId("stop-run")).isDisabled();
        console.byTestId("stop-reason").fill("The address is not ours any more.");
        assertThat(console.byTestId("stop-run")).isDisabled();
        console.byTestId("stop-confirm").fill(realm.name());
        assertThat(isEnabled(first)).isTrue();
        console.byTestId("stop-run").click();

        assertThat(console.byTestId("stop-result")).containsText(Pattern.compile("\\d+ credentials were disabled"));
        assertThat(console.heading("Emergency stop")).isFocused();
        assertThat(isEnabled(first)).isFalse();
        assertThat(isEnabled(second)).isFalse();
        assertThat(isEnabled(other)).isTrue();

        console.byTestId("stop-again").click();
        assertThat(preview).containsText("Nothing would be stopped");
        assertThat(console.byTestId("stop-run")).hasCount(0);
    }

    /** What was looked up is not what would be stopped once something else is asked for. */
    @Test
    void anotherFilterHasToBeLookedUpAgain(Consoles consoles) {
        issue("Of a team", "127.0.0.1");
        Console console = consoles.open(realm, Person.OWNER);
        console.goTo("/api-credentials/emergency-stop");
        console.byTestId("stop-way").selectOption("all");
        console.byTestId("stop-look").click();
        assertThat(console.byTestId("stop-preview")).containsText("Of a team");

        console.byTestId("stop-way").selectOption("permissionSet");
        assertThat(console.byTestId("stop-preview")).hasCount(0);
        assertThat(console.byTestId("stop-run")).hasCount(0);
    }

    /** The server may have begun, and goes on: that nothing was stopped is not known. */
    @Test
    void aLostConnectionIsNotTakenForNothing(Consoles consoles) {
        issue("Perhaps stopped", "198.51.100.77");
        Console console = consoles.open(realm, Person.OWNER);
        console.goTo("/api-credentials/emergency-stop");
        askToStop(console, "198.51.100.77");
        console.page().route(STOP, Route::abort);
        console.byTestId("stop-run").click();
        assertThat(console.byTestId("stop-result")).containsText("The connection was lost");
        assertThat(console.byTestId("stop-result")).not().containsText("0 credentials");
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));

        console.page().unroute(STOP);
        console.byTestId("stop-again").click();
        assertThat(console.byTestId("stop-preview")).containsText("Perhaps stopped");
        console.byTestId("stop-confirm").fill(realm.name());
        console.page().route(STOP, route -> route.fulfill(new Route.FulfillOptions().setStatus(200)));
        console.byTestId("stop-run").click();
        assertThat(console.byTestId("stop-result")).containsText("The connection was lost");
        console.page().unroute(STOP);
    }

    @Test
    void theSelectedRowsAreDisabledTogetherAndForAReason(Consoles consoles) {
        ClientCredentials first = issue("Selected one", "127.0.0.1");
        ClientCredentials second = issue("Selected two", "127.0.0.1");
        ClientCredentials third = issue("Selected three", "127.0.0.1");
        realm.tokenEndpoint().request(first).expect(200);
        realm.tokenEndpoint().request(first).expect(200);
        realm.tokenEndpoint().request(third).expect(200);
        Console console = consoles.open(realm, Person.OWNER);
        console.goTo("/api-credentials?search=Selected");
        assertThat(select(console, "Selected three")).isVisible();
        console.byTestId("select-all").check();
        select(console, "Selected three").press("Space");
        assertThat(console.byTestId("bulk-disable-button")).hasText("Disable 2 selected");

        console.byTestId("bulk-disable-button").press("Enter");
        Locator dialog = console.byTestId("bulk-disable");
        assertThat(dialog).containsText("Selected one");
        assertThat(dialog).not().containsText("Selected three");
        assertThat(console.byTestId("stop-uses"))
                .containsText(Pattern.compile("2 tokens in the last 24 hours \\(since \\d+:00.*\\), from 1 address\\."
                        + " Last used .*\\. All tokens issued to them have ended by \\d+:\\d\\d"));
        assertThat(console.byTestId("bulk-confirm")).isDisabled();
        console.byTestId("stop-reason").fill("Nobody needs these two.");
        console.byTestId("bulk-confirm").click();
        assertThat(console.byTestId("stop-result")).containsText("2 credentials were disabled");
        console.byTestId("bulk-close").click();

        assertThat(console.byTestId("select-all")).isFocused();
        assertThat(select(console, "Selected one")).isDisabled();
        assertThat(isEnabled(first)).isFalse();
        assertThat(isEnabled(second)).isFalse();
        assertThat(isEnabled(third)).isTrue();
        assertThat(realm.credentials()
                        .changes(first.id(), Fields.of("max", "1"))
                        .expect(200)
                        .body())
                .contains("Nobody needs these two.");
    }

    @Test
    void whoMayOnlyLookStopsNothing(Consoles consoles) {
        issue("Looked at", "127.0.0.1");
        Console console = consoles.open(realm, Person.AUDITOR);
        console.goTo("/api-credentials?search=Looked");
        assertThat(console.text("Looked at")).isVisible();
        assertThat(console.byTestId("select-all")).hasCount(0);
        assertThat(console.byTestId("emergency-stop")).hasCount(0);

        console.open("/api-credentials/emergency-stop");
        assertThat(console.page().locator("main")).containsText("manage-api-credentials");
    }

    private void askToStop(Console console, String address) {
        console.byTestId("stop-way").selectOption("address");
        console.byTestId("stop-value").fill(address);
        console.byTestId("stop-look").click();
        console.byTestId("stop-reason").fill("The connection is lost meanwhile.");
        console.byTestId("stop-confirm").fill(realm.name());
    }

    private ClientCredentials issue(String name, String address) {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", address).put("name", name));
    }

    private boolean isEnabled(ClientCredentials credential) {
        return realm.credentials()
                .get(credential.id())
                .expect(200)
                .json()
                .path("enabled")
                .asBoolean();
    }

    private static Locator select(Console console, String name) {
        return console.page().getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Select " + name));
    }
}
