package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sentences that say what a credential is, while it is created and on its page. */
@KeycloakTest
@ConsoleTest
final class SummaryIT {

    private final TestRealm realm;

    SummaryIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void followWhatIsEnteredAndThenWhatHappens(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console);
        Locator summary = console.byTestId("summary");
        assertThat(summary).hasCount(0);
        wizard.choose("Transactions");
        assertThat(summary).hasText("Can create, read, and update transactions in the whole organization.");
        wizard.describe("Watcher of all vaults", "");
        console.byTestId("all-addresses").check();
        assertThat(summary).containsText("From all IP addresses.");
        console.byTestId("limited-addresses").check();
        console.byTestId("address-0").fill("127.0.0.1");
        assertThat(summary).containsText("Only from 127.0.0.1.");
        wizard.limitTo("127.0.0.1", "10.1.0.1");
        console.byTestId("keep-read-only").click();
        console.byTestId("permission-0-scope").selectOption("vault");
        assertThat(summary).hasText("Can read transactions in all vaults. Only from 2 addresses.");
        console.atEachWidth(
                "390", () -> assertThat(console.overflow()).as("on a phone").isLessThanOrEqualTo(0));
        wizard.next();
        assertThat(summary).hasText("Can read transactions in all vaults. Only from 2 addresses.");

        SecretDialog dialog = wizard.generate();
        ClientCredentials secret = dialog.copy();
        dialog.close();
        assertThat(summary)
                .hasText(Pattern.compile("Can read transactions in all vaults\\. Only from 2 addresses\\."
                        + " No accepted use is known\\. Nothing refused .*"));
        realm.tokenEndpoint().request(secret).expect(200);
        realm.tokenEndpoint().from("127.0.0.9").request(secret).expect(401);
        new DetailPage(console.page()).tab("Activity").click();

        assertThat(summary)
                .hasText(Pattern.compile(
                        ".*Last used (\\d+ seconds? ago|now) from 127\\.0\\.0\\.1\\." + " 1 refused in 30 days\\."));
    }
}
