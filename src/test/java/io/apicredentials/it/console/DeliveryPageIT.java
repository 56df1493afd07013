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
@KeycloakTest
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

    @Test
    void everyPageCanBeReadByThoseWhoLikeItDark(Consoles consoles) {
        SecretLink link = SecretLink.create(realm, "127.0.0.1", request -> {});
        SecretLink bound = SecretLink.create(realm, "127.0.0.2", request -> request.put("addressBound", true));
        SecretLink waits = SecretLink.create(realm, "127.0.0.1", request -> {});
        realm.credentials().disable(waits.credential().id()).expect(200);
        Page page = consoles.inTheDark();
        try (BrowserContext context = page.context()) {
            List<String> complaints = new ArrayList<>();
            context.onConsoleMessage(message -> complaints.add(message.text()));

            page.navigate(link.url());
            isReadable(page, "open");
            page.getByRole(AriaRole.BUTTON).click();
            isReadable(page, "secret");
            page.navigate(link.url());
            isReadable(page, "reused");
            page.navigate(bound.url());
            isReadable(page, "wrong_address");
            page.navigate(waits.url());
            isReadable(page, "credential_disabled");
            page.navigate(link.withToken("x").url());
            isReadable(page, "unknown");

            // The browser itself notes each status of a refusal.
            assertThat(complaints).allMatch(text -> text.startsWith("Failed to load resource: the server responded"));
        }
    }

    /** WCAG 2.2, 1.4.3: a contrast of 4.5 to 1. */
    private static void isReadable(Page page, String name) {
        assertThat(page.locator("#api-credential-delivery")).hasAttribute("data-page", name);
        Object faint = page.locator("main").evaluate("""
                main => {
                  const parts = color => color.match(/[\\d.]+/g).map(Number);
                  const light = color => parts(color).slice(0, 3).map(part => part / 255)
                      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                      .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
                  const behind = element => {
                    const color = getComputedStyle(element).backgroundColor;
                    return (parts(color)[3] ?? 1) > 0 || !element.parentElement ? color : behind(element.parentElement);
                  };
                  return [...main.querySelectorAll('h1, p, dt strong, dd, button, label span, textarea, a')]
                      .filter(element => {
                        const two = [light(getComputedStyle(element).color), light(behind(element))];
                        return (Math.max(...two) + 0.05) / (Math.min(...two) + 0.05) < 4.5;
                      })
                      .map(element => element.outerHTML);
                }
                """);
        assertThat(faint).as(name).isEqualTo(List.of());
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
    }
}
