package io.apicredentials.it.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.apicredentials.testing.TestRealm;

/** Pages that are in every console. */
enum StockPage {
    CLIENTS("/clients", "demo-cli"),
    CLIENT_SETTINGS("/clients/{client}/settings", "Access settings"),
    CLIENT_CREDENTIALS("/clients/{client}/credentials", "Client Authenticator"),
    CLIENT_ADVANCED("/clients/{client}/advanced", "Fine grain OpenID Connect configuration"),
    CLIENT_SCOPES("/client-scopes", "microprofile-jwt"),
    REALM_ROLES("/roles", "uma_authorization"),
    GROUPS("/groups", "Treasury"),
    SESSIONS("/sessions", "security-admin-console"),
    USER_EVENTS("/events/user-events", "CODE_TO_TOKEN"),
    ADMIN_EVENTS("/events/admin-events", "GROUP"),
    REALM_GENERAL("/realm-settings/general", "Require SSL"),
    REALM_LOGIN("/realm-settings/login", "User registration"),
    REALM_THEMES("/realm-settings/themes/settings", "Admin theme"),
    REALM_KEYS("/realm-settings/keys/list", "RSA-OAEP"),
    REALM_TOKENS("/realm-settings/tokens", "Access Token Lifespan"),
    AUTHENTICATION("/authentication", "direct grant"),
    IDENTITY_PROVIDERS("/identity-providers", "OpenID Connect v1.0"),
    USER_FEDERATION("/user-federation", "Add Kerberos providers"),
    // Sheets of these stay when another page is opened, in the stock console.
    USERS("/users", "nobody@example.org"),
    USER("/users/{user}/settings", "Email verified");

    private static final String AT_REST = """
            document.fonts.status === "loaded"
              && document.querySelector(".pf-v5-c-page__main :is(.pf-v5-c-spinner, .pf-v5-c-skeleton)") === null""";

    private final String path;
    private final String text;

    StockPage(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** Goes there from another page, as links do, and waits until it is all there. */
    void goTo(Console console, TestRealm realm) {
        String filled = path.replace("{client}", id(realm, "clients?clientId=api"))
                .replace("{user}", id(realm, "users?username=nobody&exact=true"));
        Page page = console.page();
        PendingRequests.await(page, () -> {
            page.evaluate("hash => { location.hash = hash }", "#/" + realm.name() + filled);
            part(console).getByText(text).first().waitFor();
            page.waitForFunction(AT_REST);
        });
    }

    /** The part of the console that is another with each page. */
    static Locator part(Console console) {
        return console.page().locator(".pf-v5-c-page__main");
    }

    private static String id(TestRealm realm, String query) {
        return realm.admin().get(query).expect(200).json().get(0).path("id").asText();
    }
}
