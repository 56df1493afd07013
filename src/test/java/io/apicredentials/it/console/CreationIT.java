package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SampleSets;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Creating credentials, from the list to the first token. */
@KeycloakTest
@ConsoleTest
final class CreationIT {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final TestRealm realm;

    CreationIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void theWholeFlowEndsWithASecretThatGetsATokenWithJustThesePermissions(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console)
                .choose("Transactions")
                .describe("Payout service of June", "Pays what is due")
                .limitTo("127.0.0.1", "10.1.0.0/16");
        assertThat(wizard.permissions())
                .containsExactly("transaction:create:org:", "transaction:read:org:", "transaction:update:org:");
        wizard.removePermission(2)
                .addPermission("transaction", "update", "vault", VAULT)
                .next();
        for (String entered : List.of(
                "Transactions", "Payout service of June", "Pays what is due", "127.0.0.1, 10.1.0.0/16", VAULT)) {
            assertThat(console.byTestId("review")).containsText(entered);
        }

        SecretDialog dialog = wizard.generate();
        JsonNode claims = realm.tokenEndpoint().request(dialog.copy()).claims();

        assertThat(claims.path("permission_set").asText()).isEqualTo("transactions");
        assertThat(permissions(claims))
                .containsExactlyInAnyOrder(
                        "transaction:create:org:", "transaction:read:org:", "transaction:update:vault:" + VAULT);
        dialog.close();
        assertThat(console.heading("Payout service of June")).isVisible();
        assertThat(console.page().getByText("Enabled").first()).isVisible();
    }

    /** The first example: one vault's balances, and nothing else. */
    @Test
    void aBalanceReaderSeesTheBalancesOfOneVault(Consoles consoles) {
        Wizard wizard = Wizard.open(consoles.open(realm, Person.OWNER))
                .choose("Wallets")
                .describe("Reader of balances", "")
                .limitTo("127.0.0.1");
        IntStream.range(0, wizard.permissions().size()).forEach(row -> wizard.removePermission(0));
        wizard.addPermission("balances", "read", "vault", VAULT).next();

        ClientCredentials secret = wizard.generate().copy();

        assertThat(permissions(realm.tokenEndpoint().request(secret).claims()))
                .containsExactly("balances:read:vault:" + VAULT);
    }

    /** The second example: everything that creates, updates or deletes is removed. */
    @Test
    void aTransactionMonitorOnlyReads(Consoles consoles) {
        Console console = consoles.open(realm, Person.ADMINISTRATOR);
        Wizard wizard = Wizard.open(console)
                .choose("Monitoring")
                .describe("Watcher of transactions", "")
                .limitTo("127.0.0.1");
        assertThat(wizard.permissions()).hasSize(6);
        console.byTestId("keep-read-only").click();
        wizard.next();

        ClientCredentials secret = wizard.generate().copy();

        assertThat(permissions(realm.tokenEndpoint().request(secret).claims()))
                .containsExactlyInAnyOrder("webhook:read:org:", "audit:read:org:", "transaction:read:org:");
    }

    @Test
    void aSetOfTheRealmIsOfferedInItsOwnWords(Consoles consoles) {
        ArrayNode sets = SampleSets.builtIn().addAll(SampleSets.trading());
        SampleSets.grant((ObjectNode) sets.get(4), "key", "read", "org");
        realm.credentials().replacePermissionSets(sets).expect(200);
        try {
            Console console = consoles.open(realm, Person.OWNER);
            Wizard wizard = Wizard.open(console);
            assertThat(console.byTestId("set-wallets")).containsText("Wallet (key) – create, read, update, delete");
            assertThat(console.byTestId("set-trading")).containsText("Orders of a desk");
            assertThat(console.byTestId("set-trading")).containsText("key – read");

            wizard.choose("Trading desk").describe("Desk number seven", "").limitTo("127.0.0.1");
            assertThat(wizard.permissions())
                    .containsExactly("order:create:org:", "order:read:org:", "account:read:org:", "key:read:org:");
            wizard.next();

            assertThat(console.byTestId("review")).containsText("Trading desk");
            assertThat(console.byTestId("review")).containsText("order: create and read, in the whole organization");
        } finally {
            realm.credentials().resetPermissionSets().expect(200);
        }
    }

    @Test
    void thePersonsOwnAddressIsAddedOnce(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard.open(console).choose("Wallets").describe("Own address", "");

        console.byTestId("add-own-address").click();
        assertThat(console.byTestId("address-0")).hasValue("127.0.0.1");
        console.byTestId("add-own-address").click();

        assertThat(console.text("127.0.0.1 is already listed.")).isVisible();
        assertThat(console.byTestId("address-1")).hasCount(0);
    }

    @Test
    void allIpAddressesIsAWarningEverywhere(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console).choose("Wallets").describe("From everywhere", "");
        console.byTestId("all-addresses").check();
        assertThat(console.page().locator(".pf-v5-c-alert.pf-m-warning")).isVisible();
        wizard.next().next();
        assertThat(console.byTestId("review")
                        .locator(".pf-v5-c-alert.pf-m-warning")
                        .filter(new Locator.FilterOptions().setHasText("All IP addresses")))
                .containsText("from anywhere");
        wizard.generate().close();

        console.openCredentials();
        assertThat(row(console, "From everywhere").locator(".pf-v5-c-label.pf-m-orange"))
                .hasText("All IP addresses");
    }

    @Test
    void whatWasEnteredIsKeptBetweenTheSteps(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console)
                .choose("Controls")
                .describe("There and back", "Told twice")
                .limitTo("10.0.0.1");
        wizard.removePermission(0);
        List<String> permissions = wizard.permissions();
        for (int step = 0; step < 3; step++) {
            console.button("Back").click();
        }
        assertThat(console.byTestId("set-controls").locator("input")).isChecked();
        wizard.next();
        assertThat(console.byTestId("credential-name")).hasValue("There and back");
        wizard.next();
        assertThat(console.byTestId("address-0")).hasValue("10.0.0.1");
        wizard.next();

        assertThat(wizard.permissions()).isEqualTo(permissions);
    }

    /** What is taken from one set is neither given back by a look at another one, nor reviewed without being seen. */
    @Test
    void whatWasRemovedIsStillRemovedAfterALookAtAnotherSet(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console)
                .choose("Monitoring")
                .describe("Watcher of webhooks", "")
                .limitTo("10.0.0.1");
        console.byTestId("keep-read-only").click();
        wizard.next();
        console.byTestId("edit-set").click();
        wizard.choose("Wallets");
        console.button("Back").click();
        wizard.choose("Monitoring");

        assertThat(console.step("Review")).isDisabled();
        console.step("Permissions").click();
        assertThat(wizard.permissions())
                .containsExactly("webhook:read:org:", "audit:read:org:", "transaction:read:org:");
        assertThat(console.step("Review")).isEnabled();
    }

    @Test
    void addressesThatAreEverythingTogetherAreAWarning(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console).choose("Wallets").describe("Two halves", "");
        console.byTestId("address-0").fill("10.0.0.0/24");
        assertThat(console.byTestId("coverage")).hasText("Allows 256 addresses.");

        wizard.limitTo("0.0.0.0/1", "128.0.0.0/1").next();

        assertThat(console.byTestId("review")
                        .locator(".pf-v5-c-alert.pf-m-warning")
                        .first())
                .containsText("all 4,294,967,296 IPv4 addresses");
    }

    @Test
    void aListThatIsPastedBecomesRows(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard.open(console).choose("Wallets").describe("Pasted at once", "");
        console.page().evaluate("navigator.clipboard.writeText('10.0.0.1, 10.0.0.2\\n10.0.0.0/24')");

        console.byTestId("address-0").press("Control+V");

        assertThat(console.byTestId("address-2")).hasValue("10.0.0.0/24");
        assertThat(console.byTestId("address-1")).hasValue("10.0.0.2");
        assertThat(console.byTestId("address-0")).hasValue("10.0.0.1");
    }

    @Test
    void aNameThatThereIsAlreadyIsToldBeforehand(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard.open(console).choose("Wallets");

        console.byTestId("credential-name").fill("Balance reader");

        assertThat(console.page().locator("#credential-name-help")).hasText("There is already one with this name.");
        assertThat(console.byTestId("wizard-next")).isEnabled();
    }

    private static Locator row(Console console, String name) {
        return console.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static List<String> permissions(JsonNode claims) {
        return StreamSupport.stream(claims.path("permissions").spliterator(), false)
                .map(permission -> String.join(
                        ":",
                        permission.path("type").asText(),
                        permission.path("action").asText(),
                        permission.path("scope").asText(),
                        permission.path("resource").asText()))
                .toList();
    }
}
