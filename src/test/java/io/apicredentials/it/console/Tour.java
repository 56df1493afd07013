package io.apicredentials.it.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.function.Consumer;

/** Goes to every page and dialog of our section, in the order in which somebody meets them who creates a credential. */
final class Tour {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final TestRealm realm;
    private final Console console;

    /** @param console as somebody who may create credentials */
    Tour(TestRealm realm, Console console) {
        this.realm = realm;
        this.console = console;
    }

    /** @param stop is told the name of each place when it is in front */
    void go(Consumer<String> stop) {
        ClientCredentials used = realm.credentials()
                .issue(CredentialRequests.of("monitoring", "0.0.0.0/0").put("name", "Webhook relay"));
        realm.tokenEndpoint().request(used).expect(200);
        realm.tokenEndpoint()
                .request(new ClientCredentials(used.id(), used.clientId(), "kac_wrong"))
                .expect(401);
        String second = ClientCredentials.of(realm.credentials().rotate(used.id(), "P7D"))
                .clientSecret();
        realm.tokenEndpoint()
                .request(new ClientCredentials(used.id(), used.clientId(), second))
                .expect(200);
        realm.credentials().disable(used.id()).expect(200);

        console.openCredentials();
        console.byTestId("use-bar").first().waitFor();
        stop.accept("list");
        select(stop);
        create(stop);
        lookAt(used, stop);
        console.goTo("/api-credentials/settings");
        console.byTestId("settings-form").waitFor();
        stop.accept("settings");
        console.goTo("/api-credentials/emergency-stop");
        console.byTestId("stop-way").selectOption("all");
        console.byTestId("stop-look").click();
        console.byTestId("stop-confirm").waitFor();
        stop.accept("emergency-stop");
        audit(stop);
        approve(stop);
    }

    private void audit(Consumer<String> stop) {
        console.goTo("/api-credentials/audit");
        console.page().locator("table tbody button").first().click();
        console.byTestId("audit-detail").first().waitFor();
        console.byTestId("audit-verify").click();
        console.byTestId("audit-verified").waitFor();
        stop.accept("audit");
    }

    /** All that are in front, to be disabled together. */
    private void select(Consumer<String> stop) {
        console.byTestId("select-all").check();
        console.byTestId("bulk-disable-button").click();
        console.byTestId("stop-reason").waitFor();
        stop.accept("bulk-disable");
        console.button("Cancel").click();
    }

    /** What somebody else has asked for. */
    private void approve(Consumer<String> stop) {
        realm.requireApproval("{\"operations\":[\"create\",\"update\"]}");
        ObjectNode wanted = CredentialRequests.of("wallets", "203.0.113.7", "198.51.100.0/24")
                .put("name", "Payout service")
                .put("reason", "The new payouts begin in March.");
        realm.credentials(Person.ADMINISTRATOR).create(wanted).expect(202);
        console.goTo("/api-credentials/approvals");
        Locator link = console.text("Create “Payout service”");
        link.waitFor();
        stop.accept("approvals");
        link.click();
        console.byTestId("decide").waitFor();
        stop.accept("approval");
    }

    private void create(Consumer<String> stop) {
        Wizard wizard = Wizard.open(console);
        stop.accept("create-1-permission-set");
        wizard.choose("Wallets");
        console.byTestId("credential-name").fill("Treasury balance reader");
        console.byTestId("credential-description").fill("Daily report of the treasury");
        stop.accept("create-2-name");
        wizard.next();
        console.byTestId("address-0").fill("203.0.113.7");
        console.byTestId("add-address").click();
        console.byTestId("address-1").fill("198.51.100.0/24");
        console.byTestId("add-address").click();
        console.byTestId("address-2").fill("010.0.0.1");
        console.page().locator("#address-2-problem:not(:empty)").waitFor();
        stop.accept("create-3-ip-addresses");
        console.byTestId("address-2-remove").click();
        wizard.next();
        wizard.addPermission("balances", "read", "vault", VAULT);
        stop.accept("create-4-permissions");
        while (wizard.permissions().size() > 1) {
            wizard.removePermission(0);
        }
        wizard.next();
        stop.accept("create-5-review");
        SecretDialog dialog = wizard.generate();
        stop.accept("secret");
        dialog.close();
        rotate(stop);
    }

    /** The credential that is in front, for somebody else. */
    private void rotate(Consumer<String> stop) {
        new DetailPage(console.page()).tab("Secrets").click();
        console.byTestId("rotate").click();
        console.byTestId("delivery-link").check();
        stop.accept("rotate");
        console.byTestId("rotate-confirm").click();
        LinkDialog dialog = new LinkDialog(console);
        stop.accept("link");
        dialog.close();
    }

    private void lookAt(ClientCredentials credential, Consumer<String> stop) {
        for (String tab : new String[] {"settings", "permissions", "ip-addresses", "secrets", "activity", "timeline"}) {
            DetailPage.open(console, credential.id(), tab);
            stop.accept("detail-" + tab);
        }
        new DetailPage(console.page()).choose("delete");
        console.page().locator("#modal-confirm").waitFor();
        stop.accept("delete");
    }
}
