package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may come from an address, who may do something, and who has not been here for longest. */
@KeycloakTest
@ConsoleTest
final class CredentialSearchIT {

    private final TestRealm realm;

    CredentialSearchIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void findsThoseThatMayComeFromAnAddress(Consoles consoles) {
        issue("From one address", "203.0.113.7");
        issue("From a range", "203.0.113.0/24");
        issue("From elsewhere", "198.51.100.1");
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        console.byTestId("search-by").selectOption("address");
        search(console, "203.0.113.7");
        assertThat(row(console, "From one address")).isVisible();
        assertThat(row(console, "From a range")).isVisible();
        assertThat(row(console, "From elsewhere")).hasCount(0);

        search(console, "203.0.113");
        assertThat(console.byTestId("load-failure")).containsText("203.0.113");
        console.expectMishaps(mishap -> mishap.contains("400"));
    }

    @Test
    void findsThoseThatMayDoSomething(Consoles consoles) {
        issue("Reads balances", "127.0.0.1");
        realm.credentials()
                .issue(CredentialRequests.of("monitoring", "127.0.0.1").put("name", "Watches webhooks"));
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        console.byTestId("search-by").selectOption("permission");
        search(console, "webhook:delete");
        assertThat(row(console, "Watches webhooks")).isVisible();
        assertThat(row(console, "Reads balances")).hasCount(0);
        console.page().reload();
        assertThat(row(console, "Watches webhooks")).isVisible();
        assertThat(console.byTestId("search-by")).hasValue("permission");
    }

    @Test
    void findsThoseThatAreOpenToAllAndThoseOfNobody(Consoles consoles) {
        issue("Open to all", "0.0.0.0/0");
        realm.credentials().issue(owned("Owned and open", "0.0.0.0/1", "128.0.0.0/1"));
        issue("Neither", "127.0.0.1");
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        assertThat(console.byTestId("chip-openToAll")).containsText(Pattern.compile("\\d+ ?credentials in the realm"));
        console.byTestId("chip-openToAll").click();
        assertThat(row(console, "Open to all")).isVisible();
        assertThat(row(console, "Owned and open")).isVisible();
        assertThat(row(console, "Neither")).hasCount(0);

        console.byTestId("chip-withoutOwner").click();
        assertThat(row(console, "Owned and open")).hasCount(0);
        assertThat(row(console, "Open to all")).isVisible();
    }

    @Test
    void sortsByLastUseAndShowsTheUsesOfEach(Consoles consoles) {
        ClientCredentials used = issue("Used just now", "127.0.0.1");
        realm.tokenEndpoint().request(used).expect(200);
        realm.tokenEndpoint().request(used).expect(200);
        realm.tokenEndpoint().from("127.0.0.2").request(used).expect(401);
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        Locator head = console.page()
                .getByRole(AriaRole.COLUMNHEADER)
                .filter(new Locator.FilterOptions().setHasText("Last used"));
        head.getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(rows(console).first()).containsText("Used just now");
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertThat(row(console, "Used just now").getByTestId("use-bar"))
                .hasAttribute("aria-label", Pattern.compile("30 days: 2 accepted, 1 refused"));
        assertThat(row(console, "Used just now").locator(".api-credentials__use-numbers"))
                .hasText("21 refused");
        console.atEachWidth("390 1400", () -> assertThat(console.overflow()).isLessThanOrEqualTo(0));

        head.getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(head).hasAttribute("aria-sort", "ascending");
        assertThat(rows(console).first()).not().containsText("Used just now");
    }

    private ClientCredentials issue(String name, String address) {
        return realm.credentials()
                .issue(CredentialRequests.of("wallets", address).put("name", name));
    }

    private static ObjectNode owned(String name, String... addresses) {
        ObjectNode request = CredentialRequests.of("wallets", addresses).put("name", name);
        request.putObject("owner").put("team", "Treasury");
        return request;
    }

    private static void search(Console console, String text) {
        console.page().locator(".api-credentials__search input").fill(text);
        console.page().keyboard().press("Enter");
    }

    private static Locator rows(Console console) {
        return console.page().locator("table tbody tr");
    }

    private static Locator row(Console console, String name) {
        return rows(console).filter(new Locator.FilterOptions().setHasText(name));
    }
}
