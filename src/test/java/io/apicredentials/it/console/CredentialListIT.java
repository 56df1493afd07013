package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of a realm with a thousand credentials. */
@KeycloakTest
@ConsoleTest
final class CredentialListIT {

    private final TestRealm realm;

    CredentialListIT(TestRealm realm) {
        this.realm = realm;
    }

    /** Once for the class: a thousand credentials beside those of the demo realm, of which ten are disabled. */
    @BeforeAll
    static void createAThousand(TestRealm realm) {
        IntStream.range(0, 1000).parallel().forEach(number -> {
            ObjectNode request =
                    CredentialRequests.of("wallets", "127.0.0.1").put("name", "Number %04d".formatted(number));
            ClientCredentials created = realm.credentials().issue(request);
            if (number % 100 == 0) {
                realm.credentials().disable(created.id()).expect(200);
            }
        });
    }

    @Test
    void asksForOnePageAtATime(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        List<String> asked = new ArrayList<>();
        console.page().onRequest(request -> {
            if (request.url().contains("/api-credentials?")) {
                asked.add(request.url().replaceAll(".*\\?", ""));
            }
        });

        console.openCredentials();
        assertThat(rows(console)).hasCount(10);
        console.page().getByLabel("Go to next page").first().click();
        assertThat(console.text("Number 0008")).isVisible();
        assertThat(rows(console)).hasCount(10);

        assertThat(asked).containsExactly("first=0&max=10", "first=10&max=10");
    }

    @Test
    void saysHowManyThereAre(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        assertThat(console.byTestId("table-toolbar")).containsText(Pattern.compile("1–10 of 1,\\d{3}"));

        search(console, "Number 09");
        assertThat(console.byTestId("table-toolbar")).containsText("1–10 of 100");
    }

    @Test
    void theWayBackLeadsToTheSamePageOfTheSameSearch(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        search(console, "Number 09");
        assertThat(console.byTestId("table-toolbar")).containsText("1–10 of 100");
        console.page().getByLabel("Go to next page").first().click();
        assertThat(console.text("Number 0910")).isVisible();

        console.text("Number 0910").click();
        assertThat(console.heading("Number 0910")).isVisible();
        console.page().goBack();

        assertThat(console.byTestId("table-toolbar")).containsText("11–20 of 100");
        assertThat(console.text("Number 0910")).isVisible();
        assertThat(console.page().getByPlaceholder("Search")).hasValue("Number 09");
    }

    @Test
    void staysWhenKeycloakCannotBeReached(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        assertThat(rows(console)).hasCount(10);

        console.page().route("**/api-credentials?*", Route::abort);
        console.byTestId("refresh").click();
        assertThat(console.byTestId("load-failure")).containsText("Keycloak cannot be reached");
        assertThat(rows(console)).hasCount(10);
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));

        console.page().unroute("**/api-credentials?*");
        console.byTestId("load-failure").getByText("Try again").click();
        assertThat(console.byTestId("load-failure")).hasCount(0);
    }

    @Test
    void aLongNameKeepsToItsColumn(Consoles consoles) {
        String name = "Ⓦ".repeat(50);
        ClientCredentials wide = realm.credentials()
                .issue(CredentialRequests.of("wallets", "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4")
                        .put("name", name));
        Console console = consoles.open(realm, Person.OWNER);
        console.goTo("/api-credentials?search=" + wide.clientId());
        console.atEachWidth("1400 1024 390", () -> {
            assertThat(console.text(name)).isVisible();
            assertThat(rows(console)).containsText(new String[] {"10.0.0.1 +3"});
            fits(console);
        });

        console.text(name).click();
        console.atEachWidth("390 1024 1400", () -> {
            assertThat(console.heading(name)).isVisible();
            fits(console);
        });
    }

    private static void fits(Console console) {
        assertThat(console.overflow()).isLessThanOrEqualTo(0);
    }

    @Test
    void findsOneAmongAll(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();

        search(console, "Number 0777");

        assertThat(console.text("Number 0777")).isVisible();
        assertThat(rows(console)).hasCount(1);
    }

    @Test
    void narrowsToASetAndAState(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();

        console.byTestId("filter-set").selectOption("wallets");
        console.byTestId("filter-status").selectOption("false");
        assertThat(console.text("Number 0900")).isVisible();
        assertThat(rows(console).filter(new Locator.FilterOptions().setHasText("Disabled")))
                .hasCount(10);

        console.byTestId("filter-set").selectOption("monitoring");
        assertThat(console.text("No search results")).isVisible();
        console.byTestId("filter-status").selectOption("");
        assertThat(console.text("Transaction monitoring")).isVisible();
        assertThat(rows(console)).hasCount(1);
    }

    @Test
    void narrowsWhatIsFoundToAState(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();

        search(console, "Number 09");
        assertThat(console.text("Number 0901")).isVisible();
        console.byTestId("filter-status").selectOption("false");

        assertThat(rows(console)).hasCount(1);
        assertThat(console.text("Number 0900")).isVisible();
    }

    @Test
    void actsOnARow(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        console.openCredentials();
        search(console, "Number 0123");
        assertThat(rows(console)).hasCount(1);
        String id = realm.credentials()
                .list(Fields.of("search", "Number 0123"))
                .expect(200)
                .json()
                .at("/0/id")
                .asText();

        act(console, "Disable");
        assertThat(rows(console).filter(new Locator.FilterOptions().setHasText("Disabled")))
                .hasCount(1);
        assertThat(rows(console)).hasCount(1);
        assertThat(console.text("Number 0123")).isVisible();
        assertThat(isEnabled(id)).isFalse();

        assertThat(rows(console).getByLabel("Kebab toggle")).isFocused();

        act(console, "Delete");
        assertThat(console.text("No search results")).isVisible();
        assertThat(console.text("Number 0123")).hasCount(0);
        assertThat(console.heading("API credentials")).isFocused();
        realm.credentials().get(id).expect(404);
    }

    private boolean isEnabled(String id) {
        return realm.credentials().get(id).expect(200).json().path("enabled").asBoolean();
    }

    private static Locator rows(Console console) {
        return console.page().locator("table tbody tr");
    }

    private static void search(Console console, String text) {
        console.page().getByPlaceholder("Search").fill(text);
        console.page().keyboard().press("Enter");
    }

    private static void act(Console console, String action) {
        rows(console).getByLabel("Kebab toggle").click();
        console.page()
                .getByRole(AriaRole.MENUITEM)
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
        console.page().locator("#modal-confirm").click();
    }
}
