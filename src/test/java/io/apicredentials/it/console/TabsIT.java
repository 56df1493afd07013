package io.apicredentials.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** The tabs of our pages, which come from another copy of PatternFly than those of the stock pages. */
@KeycloakTest
@ConsoleTest
final class TabsIT {

    /** How the selected tab and another look, without what depends on their texts. */
    private static final String STYLES = """
            () => [".pf-m-current", ":not(.pf-m-current)"].flatMap((state) =>
              ["", "::before", "::after"].flatMap((part) =>
                ["", " .pf-v5-c-tabs__link"].map((inner) => {
                  const tab = document.querySelector(`.pf-v5-c-page__main .pf-v5-c-tabs__item${state}${inner}`);
                  const style = getComputedStyle(tab, part);
                  return [state + inner + part, ...[...style]
                    .filter((name) => !/(size|width|height|inset|origin|left|right)/.test(name))
                    .map((name) => `${name}: ${style.getPropertyValue(name)}`)].join("; ");
                })))""";

    private final TestRealm realm;

    TabsIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void lookLikeStockTabs(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        StockPage.CLIENT_SETTINGS.goTo(console, realm);
        Object stock = console.page().evaluate(STYLES);

        console.openCredentials();
        console.page().getByText("Balance reader").click();
        console.heading("Balance reader").waitFor();
        console.settle();

        assertThat(console.page().evaluate(STYLES)).isEqualTo(stock);
    }
}
