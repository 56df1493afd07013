package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers for a credential and until when it works, from the wizard to the list. */
@KeycloakTest
@ConsoleTest
final class OwnerAndExpiryIT {

    private final TestRealm realm;

    OwnerAndExpiryIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void demandNothing() {
        realm.credentials().changeSettings("{}").expect(200);
    }

    @Test
    void areEnteredInTheWizardTheUserByName(Consoles consoles) {
        NewUser registrar = NewUser.in(realm.admin(), "registrar");
        registrar.give("realm-management", "manage-api-credentials");
        registrar.give("realm-management", "view-users");
        Console console = consoles.open(realm, "registrar", ColorScheme.LIGHT, "en-US");
        Wizard wizard = Wizard.open(console).choose("Wallets");
        console.byTestId("owner-team").fill("Treasury");
        console.byTestId("owner-contact").fill("treasury@example.com");
        console.byTestId("owner-user").fill("owner-of-somebody");
        console.byTestId("credential-name").fill("Owned balance reader");
        assertThat(console.text("There is no user with this name.")).isVisible();
        assertThat(console.button("Next")).isDisabled();
        console.byTestId("owner-user").fill("auditor");
        console.byTestId("expiry-90").click();
        assertThat(console.button("Next")).isEnabled();
        wizard.next().limitTo("127.0.0.1").next();
        assertThat(console.byTestId("review")).containsText("treasury@example.com");
        wizard.generate().close();

        JsonNode stored = realm.credentials()
                .get(console.path().replaceAll("^/api-credentials/|/settings$", ""))
                .expect(200)
                .json();
        assertThat(stored.at("/owner/team").asText()).isEqualTo("Treasury");
        assertThat(stored.at("/owner/contact").asText()).isEqualTo("treasury@example.com");
        assertThat(stored.at("/owner/userId").asText())
                .isEqualTo(realm.admin().firstId("users?exact=true&username=auditor"));
        assertThat(stored.path("expiresAt").asText())
                .isEqualTo(Instant.now()
                        .truncatedTo(ChronoUnit.DAYS)
                        .plus(90, ChronoUnit.DAYS)
                        .toString());
        assertThat(console.byTestId("owner-user")).hasValue("auditor");
    }

    @Test
    void areChangedAndTakenAwayOnTheSettingsTab(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        ClientCredentials credential = realm.credentials()
                .issue(CredentialRequests.of("monitoring", "127.0.0.1").put("expiresAt", "2099-01-31T12:00:00Z"));
        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        Locator date = console.page().locator("#expiry");
        assertThat(date).hasValue("2099-01-31");
        date.fill("soon");
        assertThat(console.text("This is no date. Write one such as 2027-01-31, or choose one."))
                .isVisible();
        assertThat(console.byTestId("save")).isDisabled();
        date.fill("2098-02-01");
        console.byTestId("token-lifespan").fill("600");
        page.save();
        page.acknowledge("saved");
        assertThat(stored(credential).path("expiresAt").asText()).isEqualTo("2098-02-01T00:00:00Z");
        assertThat(stored(credential).path("tokenLifespan").asInt()).isEqualTo(600);

        console.byTestId("expiry-none").click();
        console.byTestId("token-lifespan").fill("");
        page.save();
        page.acknowledge("saved");
        assertThat(stored(credential).has("expiresAt")).isFalse();
        assertThat(stored(credential).has("tokenLifespan")).isFalse();
    }

    @Test
    void whatTheRealmDemandsIsLabelledFilteredAndAskedFor(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        ClientCredentials credential = realm.credentials()
                .issue(CredentialRequests.of("monitoring", "127.0.0.1").put("name", "Without an end"));
        realm.credentials()
                .issue(CredentialRequests.of("monitoring", "127.0.0.1")
                        .put("name", "Ends tomorrow")
                        .put(
                                "expiresAt",
                                Instant.now()
                                        .plus(1, ChronoUnit.DAYS)
                                        .truncatedTo(ChronoUnit.SECONDS)
                                        .toString()));
        realm.credentials().changeSettings("{\"expiry\": {\"required\": true}}").expect(200);

        console.openCredentials();
        console.byTestId("chip-violates").click();
        assertThat(row(console, "Ends tomorrow")).hasCount(0);
        assertThat(row(console, "Without an end").getByTestId("violates")).hasText("Breaks the realm’s rules");
        assertThat(console.byTestId("chip-violates")).hasAttribute("aria-pressed", "true");
        console.byTestId("chip-violates").press("Enter");
        assertThat(console.byTestId("chip-violates")).isFocused();
        assertThat(console.byTestId("chip-expiry")).hasText(Pattern.compile("Expires soon \\d+"));
        int counted =
                Integer.parseInt(console.byTestId("chip-expiry").textContent().replaceAll("\\D", ""));
        console.byTestId("chip-expiry").press("Enter");
        assertThat(console.page().locator("table tbody tr")).hasCount(counted);
        console.atEachWidth("390 1400", () -> assertThat(console.overflow()).isLessThanOrEqualTo(0));
        assertThat(row(console, "Without an end")).hasCount(0);
        assertThat(row(console, "Ends tomorrow").getByTestId("due-expiry"))
                .containsText(Pattern.compile("Expires \\w+ \\d"));
        console.byTestId("chip-unused").click();
        assertThat(console.text("No search results")).isVisible();
        assertThat(console.byTestId("chip-expiry")).hasAttribute("aria-pressed", "false");
        console.byTestId("chip-unused").click();
        assertThat(row(console, "Without an end")).isVisible();
        console.byTestId("filter-status").selectOption("expired");
        assertThat(console.text("No search results")).isVisible();

        DetailPage page = DetailPage.open(console, credential.id(), "settings");
        assertThat(console.byTestId("violations")).containsText("It never expires.");
        assertThat(console.byTestId("expiry-none")).hasCount(0);
        page.name().fill("Renamed without an end");
        assertThat(console.byTestId("save")).isDisabled();
        console.byTestId("expiry-30").click();
        page.save();
        page.acknowledge("saved");
        assertThat(console.byTestId("violations")).hasCount(0);
    }

    @Test
    void anOwnerWhoIsGoneIsToldInTheListAndOnThePage(Consoles consoles) {
        NewUser leaver = NewUser.in(realm.admin(), "leaver");
        ObjectNode request = CredentialRequests.of("monitoring", "127.0.0.1").put("name", "Left behind");
        request.withObject("/owner").put("userId", leaver.id());
        ClientCredentials credential = realm.credentials().issue(request);
        leaver.close();
        Console console = consoles.open(realm, Person.OWNER);
        console.openCredentials();

        assertThat(row(console, "Left behind").getByTestId("owner-gone")).hasText("Owner is gone");
        DetailPage.open(console, credential.id(), "settings");
        assertThat(console.byTestId("owner-gone"))
                .containsText("The user who owns this credential is disabled or deleted");
    }

    private static Locator row(Console console, String name) {
        return console.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private JsonNode stored(ClientCredentials credential) {
        return realm.credentials().get(credential.id()).expect(200).json();
    }
}
