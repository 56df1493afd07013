package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** What each person finds in the console. */
@KeycloakTest(realm = ConsoleRightsIT.WithSupporter.class)
@ConsoleTest
final class ConsoleRightsIT {

    private final TestRealm realm;

    ConsoleRightsIT(TestRealm realm) {
        this.realm = realm;
    }

    /** Somebody with an administrator's right that has nothing to do with credentials. */
    static final class WithSupporter implements RealmChange {

        static final String USERNAME = "supporter";

        @Override
        public void apply(ObjectNode file) {
            for (JsonNode user : file.withArray("users").deepCopy()) {
                if (user.path("username").asText().equals("nobody")) {
                    ObjectNode supporter =
                            ((ObjectNode) user).put("username", USERNAME).put("email", USERNAME + "@example.org");
                    supporter
                            .withArray("credentials")
                            .removeAll()
                            .addObject()
                            .put("type", "password")
                            .put("value", USERNAME);
                    supporter
                            .withObject("/clientRoles")
                            .withArray("realm-management")
                            .add("view-users");
                    file.withArray("users").add(supporter);
                }
            }
        }
    }

    @Test
    void anAuditorSeesEverythingAndChangesNothing(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        console.text("Balance reader").waitFor();
        assertThat(console.byTestId("create-credentials")).hasCount(0);
        assertThat(console.page().getByLabel("Kebab toggle")).hasCount(0);

        console.text("Balance reader").click();
        DetailPage page = new DetailPage(console.page());
        assertThat(console.byTestId("facts")).containsText("Balance reader");
        assertThat(page.name()).hasCount(0);
        hasNothingToChangeWith(console);

        page.tab("Permissions").click();
        assertThat(console.byTestId("permission-matrix").getByRole(AriaRole.ROWHEADER))
                .hasText(new String[] {"Vault", "Wallet (key)", "Balances"});
        assertThat(console.byTestId("permission-matrix").locator("select, input, button"))
                .hasCount(0);
        assertThat(console.byTestId("permissions")).containsText("7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11");
        assertThat(console.byTestId("permissions").locator("select, input, button"))
                .hasCount(0);
        hasNothingToChangeWith(console);

        page.tab("IP addresses").click();
        assertThat(console.byTestId("facts")).containsText("127.0.0.0/8");
        assertThat(console.byTestId("address-0")).hasCount(0);
        hasNothingToChangeWith(console);

        page.tab("Activity").click();
        assertThat(console.heading("No use in 30 days")).isVisible();
        hasNothingToChangeWith(console);

        page.tab("Timeline").click();
        assertThat(console.byTestId("timeline-kind")).isVisible();
        hasNothingToChangeWith(console);
    }

    @Test
    void anAuditorCannotCreateByTheAddressOfThePageEither(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.open("/api-credentials/new");

        assertThat(console.page().locator("main")).containsText("manage-api-credentials");
        assertThat(console.byTestId("set-wallets")).hasCount(0);
        assertThat(console.navigationEntry()).isVisible();
    }

    @Test
    void anAdministratorOfCredentialsOnlyManagesThem(Consoles consoles) {
        Console console = consoles.open(realm, Person.ADMINISTRATOR);
        console.openCredentials();

        assertThat(console.byTestId("create-credentials")).isVisible();
        assertThat(console.page().locator("#nav-item-clients")).hasCount(0);
    }

    @Test
    void withoutTheRightThereIsNoEntryAndTheStockRefusal(Consoles consoles) {
        Console console = consoles.open(realm, WithSupporter.USERNAME, ColorScheme.LIGHT, "en-US");
        assertThat(console.page().locator("#nav-item-users")).isVisible();
        assertThat(console.navigationEntry()).hasCount(0);

        console.open("/api-credentials");

        assertThat(console.page().locator("main")).containsText("view-api-credentials");
        assertThat(console.page().locator("table")).hasCount(0);
    }

    @Test
    void whoIsNoAdministratorAtAllGetsTheStockRefusal(Consoles consoles) {
        Console console = consoles.open(realm, Person.NOBODY);

        assertThat(console.page().locator(".pf-v5-c-alert.pf-m-danger")).containsText("permission");
        console.expectMishaps(mishap -> mishap.contains("403"));
    }

    /** To be asked only when something of the page was seen. */
    private static void hasNothingToChangeWith(Console console) {
        assertThat(console.byTestId("save")).hasCount(0);
        assertThat(console.byTestId("action-dropdown")).hasCount(0);
    }
}
