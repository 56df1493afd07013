package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages of credentials in realms that are not as most are. */
@KeycloakTest
@ConsoleTest
final class UnusualRealmIT {

    @Test
    void doesNotTakeMissingRecordsForProofThatThereWasNothing(KeycloakServer server, Consoles consoles) {
        try (TestRealm silent = TestRealm.create(
                server, settings -> settings.put("eventsEnabled", false).put("adminEventsEnabled", false))) {
            ClientCredentials used = silent.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
            silent.tokenEndpoint().request(used).expect(200);
            Console there = consoles.open(silent, Person.OWNER);

            DetailPage page = DetailPage.open(there, used.id(), "activity");
            assertThat(there.byTestId("activity-chart")).isVisible();
            page.tab("Timeline").click();
            assertThat(there.byTestId("recording")).containsText("Not every single use is here");
            Locator entries = there.byTestId("timeline").locator("[data-row]");
            assertThat(entries).hasCount(1);
            assertThat(entries.first()).containsText("Created");
            there.byTestId("events-settings").click();
            assertThat(there.page().locator("[role=tab][aria-selected=true]").first())
                    .hasText("Events");
        }
    }

    /** It is counted. */
    @Test
    void tellsTheLastUseInARealmThatSavesNoEvents(KeycloakServer server, Consoles consoles) {
        try (TestRealm silent = TestRealm.create(server, settings -> settings.put("eventsEnabled", false))) {
            ClientCredentials used = silent.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
            silent.tokenEndpoint().request(used).expect(200);
            Console there = consoles.open(silent, Person.OWNER);

            there.openCredentials();

            Locator row = there.page()
                    .locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("Test of monitoring"));
            assertThat(row.locator("[data-label='Last used']")).containsText(Pattern.compile("ago|now"));
            assertThat(there.text("Not recorded")).hasCount(0);
        }
    }

    @Test
    void everyPageOpensInARealmWhoseNameNeedsEncoding(KeycloakServer server, Consoles consoles) {
        try (TestRealm odd = TestRealm.create(server, "größe 日本|50% ")) {
            Console there = consoles.open(odd, Person.OWNER);
            there.openCredentials();
            there.page().reload();
            there.page().getByText("Balance reader").click();
            assertThat(there.heading("Balance reader")).isVisible();

            new DetailPage(there.page()).tab("Timeline").click();
            there.page().reload();
            assertThat(there.heading("Balance reader")).isVisible();

            there.openCredentials();
            there.byTestId("create-credentials").click();
            assertThat(there.byTestId("set-wallets")).isVisible();
        }
    }
}
