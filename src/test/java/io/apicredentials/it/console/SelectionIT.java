package io.apicredentials.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;

/** Which console a realm has on a server that it is built for. */
@KeycloakTest
@ConsoleTest
final class SelectionIT {

    private final TestRealm realm;

    SelectionIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void aRealmHasOursWithoutAnyConfiguration(Consoles consoles) {
        realm.change(settings -> settings.put("adminTheme", ""));

        Console console = consoles.open(realm, Person.OWNER);

        assertThat(ThemePages.ofConsole(realm)).isEqualTo("api-credentials");
        PlaywrightAssertions.assertThat(console.navigationEntry()).isVisible();
    }

    @Test
    void aRealmKeepsTheStockOneThatItHasChosen(Consoles consoles) {
        realm.change(settings -> settings.put("adminTheme", "keycloak.v2"));

        Console console = consoles.open(realm, Person.OWNER);

        console.page().getByTestId("nav-item-clients").waitFor();
        assertThat(ThemePages.ofConsole(realm)).isEqualTo("keycloak.v2");
        PlaywrightAssertions.assertThat(console.navigationEntry()).hasCount(0);
    }

    @Test
    void loginAndAccountStayStock() {
        assertThat(ThemePages.ofLogin(realm)).isEqualTo("keycloak.v2");
        assertThat(ThemePages.ofAccount(realm)).isEqualTo("keycloak.v3");
    }
}
