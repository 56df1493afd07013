package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of addresses, edited by what is known of the uses. */
@KeycloakTest
@ConsoleTest
final class NarrowingIT {

    private final TestRealm realm;
    private ClientCredentials credential;
    private Console console;

    NarrowingIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void useACredentialFromTwoAddresses(Consoles consoles) {
        credential = realm.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.0/24"));
        realm.tokenEndpoint().request(credential).expect(200);
        realm.tokenEndpoint().from("127.0.0.9").request(credential).expect(200);
        console = consoles.open(realm, Person.OWNER);
    }

    @Test
    void followsTheSuggestionAndBreaksNothing() {
        DetailPage page = DetailPage.open(console, credential.id(), "ip-addresses");
        assertThat(console.byTestId("suggested-list")).containsText("127.0.0.1, 127.0.0.9");
        assertThat(console.byTestId("suggested-list")).containsText("2 instead of 256");
        assertThat(console.byTestId("suggested-list")).containsText("2 of 2");
        console.atEachWidth(
                "390 1400",
                () -> assertThat(console.overflow())
                        .as("at %s", console.width())
                        .isLessThanOrEqualTo(0));

        console.byTestId("take-suggestion").press("Enter");
        assertThat(console.byTestId("save")).isFocused();
        assertThat(console.byTestId("address-0")).hasValue("127.0.0.1");
        assertThat(console.byTestId("address-1")).hasValue("127.0.0.9");
        assertThat(effect()).containsText("Nothing that was recorded in 30 days would have been refused.");
        assertThat(effect()).containsText("2 accepted uses were recorded.");
        page.save();

        page.acknowledge("saved");
        assertThat(console.byTestId("suggested-list")).hasCount(0);
        realm.tokenEndpoint().from("127.0.0.9").request(credential).expect(200);
    }

    @Test
    void asksBeforeAnAddressIsRefusedThatWasInUse() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        // What is wrong on another tab hides nothing here.
        console.byTestId("credential-name").fill("x");
        page.tab("IP addresses").click();
        console.byTestId("address-0").fill("127.0.0.1");
        assertThat(effect()).containsText("127.0.0.9: 1 accepted use");
        page.save();
        Locator question = console.page().getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("127.0.0.9: 1 accepted use");
        console.page().keyboard().press("Escape");
        assertThat(question).hasCount(0);
        realm.tokenEndpoint().from("127.0.0.9").request(credential).expect(200);

        page.save();
        page.confirm();
        page.acknowledge("saved");
        realm.tokenEndpoint().from("127.0.0.9").request(credential).expect(401);
    }

    /** Saving waits for what it would break, and not for ever: it can be saved when nobody knows. */
    @Test
    void isNotSavedBeforeItIsKnownWhatItWouldBreak() {
        DetailPage page = DetailPage.open(console, credential.id(), "ip-addresses");
        List<Route> asked = new ArrayList<>();
        console.page().route("**/what-if", asked::add);
        console.byTestId("address-0").fill("127.0.0.9");
        page.save();
        console.page().waitForCondition(() -> !asked.isEmpty());
        assertThat(console.byTestId("save")).isDisabled();
        assertThat(realm.credentials().get(credential.id()).expect(200).body()).contains("127.0.0.0/24");
        asked.get(0).resume();
        Locator question = console.page().getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("127.0.0.1: 1 accepted use");
        console.page().keyboard().press("Escape");

        console.page().unroute("**/what-if");
        console.page().route("**/what-if", Route::abort);
        console.byTestId("address-0").fill("127.0.0.10");
        page.save();
        assertThat(question).containsText("could not be found out");
        page.confirm();
        page.acknowledge("saved");
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));
    }

    @Test
    void asksBeforeItEndsSoonWhileItIsInUse() {
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        Locator effect = console.byTestId("end-effect").first();
        console.byTestId("expiry-90").click();
        assertThat(effect).containsText("2 tokens in the last 24 hours");
        page.save();
        page.acknowledge("saved");
        assertThat(effect).hasCount(0);

        console.page()
                .locator("#expiry")
                .fill(LocalDate.now(ZoneId.systemDefault()).plusDays(2).toString());
        assertThat(effect).containsText("Every use is refused from");
        page.save();
        Locator question = console.page().getByRole(AriaRole.DIALOG);
        assertThat(question).containsText("Save this expiry?");
        assertThat(question).containsText("from 2 addresses");
        page.confirm();
        page.acknowledge("saved");
    }

    @Test
    void addsAnAddressThatWasRefused() {
        ClientCredentials narrow = realm.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
        realm.tokenEndpoint().from("127.0.0.9").request(narrow).expect(401);
        DetailPage page = DetailPage.open(console, narrow.id(), "ip-addresses");

        console.byTestId("add-127.0.0.9").press("Enter");
        assertThat(console.byTestId("save")).isFocused();
        assertThat(console.byTestId("address-1")).hasValue("127.0.0.9");
        assertThat(effect()).containsText("No accepted use was recorded in 30 days");
        assertThat(effect()).containsText("1 use that was refused would be admitted");
        page.save();

        page.acknowledge("saved");
        realm.tokenEndpoint().from("127.0.0.9").request(narrow).expect(200);
    }

    @Test
    void explainsWhetherAnAddressWouldBeAdmitted() {
        DetailPage.open(console, credential.id(), "ip-addresses");
        console.byTestId("explain-address").fill("127.0.0.77");
        console.byTestId("explain-address").press("Enter");
        Locator answer = console.byTestId("explanation");
        assertThat(answer).containsText("127.0.0.77 would be admitted");

        console.byTestId("explain-address").fill("198.51.100.9");
        assertThat(answer).hasCount(0);
        console.byTestId("explain").press("Enter");
        assertThat(answer).containsText("198.51.100.9 would be refused: The address is not allowed");
        assertThat(answer.locator("[data-check='address']")).hasAttribute("data-state", "refused");
        assertThat(answer.locator("[data-check='state']")).hasAttribute("data-state", "passed");
        assertThat(answer.locator("[data-check='service_account']")).hasAttribute("data-state", "wouldPass");

        console.byTestId("explain-address").fill("198.51.100.0/24");
        console.byTestId("explain").press("Enter");
        assertThat(console.page().locator("#explain-address-problem")).containsText("one IP address");
        console.expectMishaps(mishap -> mishap.contains("400"));
    }

    private Locator effect() {
        return console.byTestId("address-effect").first();
    }
}
