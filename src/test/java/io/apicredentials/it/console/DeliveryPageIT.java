package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page at which a secret is picked up, in a browser without scripts, with nothing but the keyboard. */
@KeycloakTest(realm = LanguageIT.International.class)
@ConsoleTest
final class DeliveryPageIT {

    private final TestRealm realm;

    DeliveryPageIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void theSecretIsPickedUpByKeyboardWithoutScripts(Consoles consoles) {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        Page page = consoles.withoutScripts("en-US");
        try (BrowserContext context = page.context()) {
            List<String> asked = new ArrayList<>();
            List<Integer> failed = new ArrayList<>();
            context.onRequest(request -> asked.add(request.url()));
            context.onResponse(response -> failed.add(response.status()));

            page.navigate(link.url());
            assertThat(page).hasTitle("Pick up a client secret");
            assertThat(heading(page, "Pick up a client secret")).isVisible();
            assertThat(page.locator("#credential-name")).hasText("Test of wallets");
            page.keyboard().press("Tab");
            assertThat(page.getByRole(AriaRole.BUTTON)).isFocused();
            page.keyboard().press("Enter");

            assertThat(heading(page, "Your client secret")).isVisible();
            assertThat(page.getByLabel("Client ID")).hasValue(link.credential().clientId());
            assertThat(page.getByLabel("Token endpoint"))
                    .hasValue(realm.tokenEndpoint().url());
            assertThat(page.getByLabel("Client secret")).hasValue(Pattern.compile("kac_[0-9A-Za-z]{49}"));
            String secret = page.getByLabel("Client secret").inputValue();
            realm.tokenEndpoint()
                    .request(new ClientCredentials("", link.credential().clientId(), secret))
                    .expect(200);

            page.goBack();
            assertThat(heading(page, "This link has been used")).isVisible();
            assertThat(page.content().contains(secret)).isFalse();
            String server = realm.url().substring(0, realm.url().indexOf("/realms/"));
            assertThat(asked).allMatch(url -> url.startsWith(server));
            assertThat(failed).containsOnly(200, 410);
        }
    }

    @Test
    void thePageSpeaksTheLanguageOfTheBrowserOrAnother(Consoles consoles) {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        Page page = consoles.withoutScripts("de-DE");
        try (BrowserContext context = page.context()) {
            page.navigate(link.url());
            assertThat(heading(page, "Client-Secret abholen")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "de");

            page.getByRole(AriaRole.NAVIGATION).getByText("日本語").click();
            assertThat(heading(page, "クライアントシークレットの受け取り")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "ja");

            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("html")).hasAttribute("lang", "ja");
            assertThat(page.getByLabel("クライアントシークレット")).hasValue(Pattern.compile("kac_.*"));
            assertThat(page.getByRole(AriaRole.NAVIGATION)).hasCount(0);
            context.clearCookies();
        }
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
    }
}
