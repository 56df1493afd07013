package io.apicredentials.it.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.stream.IntStream;

/** The pages on which credentials are created, step by step. */
final class Wizard {

    private final Console console;

    Wizard(Console console) {
        this.console = console;
    }

    /** Opens it from the list. */
    static Wizard open(Console console) {
        console.openCredentials();
        console.byTestId("create-credentials").click();
        console.byTestId("set-wallets").waitFor();
        return new Wizard(console);
    }

    Wizard choose(String permissionSet) {
        console.page()
                .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(permissionSet))
                .check(new Locator.CheckOptions().setForce(true));
        return next();
    }

    Wizard describe(String name, String description) {
        console.byTestId("credential-name").fill(name);
        console.byTestId("credential-description").fill(description);
        return next();
    }

    Wizard limitTo(String... addresses) {
        console.byTestId("limited-addresses").check();
        for (int row = 0; row < addresses.length; row++) {
            if (row > 0) {
                console.byTestId("add-address").click();
            }
            console.byTestId("address-" + row).fill(addresses[row]);
        }
        return next();
    }

    /** Adds a permission at the end; an empty resource stands for every one. */
    Wizard addPermission(String type, String action, String scope, String resource) {
        console.byTestId("add-permission").click();
        int row = permissions().size() - 1;
        select(row, "type", type);
        select(row, "action", action);
        select(row, "scope", scope);
        if (!resource.isEmpty()) {
            field(row, "resource").fill(resource);
        }
        return this;
    }

    Wizard removePermission(int row) {
        field(row, "remove").click();
        return this;
    }

    /** What the table holds, as {@code type:action:scope:resource}; an empty resource for every one. */
    List<String> permissions() {
        int rows = console.byTestId("permissions").locator("tbody tr").count();
        return IntStream.range(0, rows)
                .mapToObj(row -> String.join(
                        ":",
                        field(row, "type").inputValue(),
                        field(row, "action").inputValue(),
                        field(row, "scope").inputValue(),
                        field(row, "resource").inputValue()))
                .toList();
    }

    Wizard next() {
        console.button("Next").click();
        return this;
    }

    SecretDialog generate() {
        console.button("Generate credentials").click();
        return new SecretDialog(console);
    }

    /** The last step, for somebody else to pick the secret up. */
    LinkDialog generateLink() {
        console.byTestId("delivery-link").check();
        console.button("Generate credentials").click();
        return new LinkDialog(console);
    }

    private void select(int row, String field, String value) {
        field(row, field).selectOption(value);
    }

    private Locator field(int row, String field) {
        return console.byTestId("permission-" + row + "-" + field);
    }
}
