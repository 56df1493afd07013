package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.NewUser;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the realm asks of all its credentials. */
@KeycloakTest
@ConsoleTest
final class SettingsConsoleIT {

    private final TestRealm realm;

    SettingsConsoleIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void demandNothing() {
        realm.credentials().changeSettings("{}").expect(200);
        realm.credentials()
                .issue(CredentialRequests.of("monitoring", "0.0.0.0/0").put("name", "Used from everywhere"));
    }

    @Test
    void aPresetIsSavedAfterItsConsequencesWereShown(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        console.openCredentials();
        console.byTestId("settings").click();
        console.byTestId("use-production").click();
        console.byTestId("setting-tokenLifespan").fill("600");
        assertThat(console.byTestId("setting-addresses-allAllowed")).not().isChecked();
        assertThat(console.byTestId("setting-rotation-maxOverlap")).hasValue("P7D");

        console.byTestId("dry-run-button").click();
        assertThat(console.byTestId("dry-run")).containsText("Used from everywhere");
        assertThat(console.byTestId("dry-run"))
                .containsText("It can be used from all IP addresses, which the realm does not allow.");
        assertThat(stored().isEmpty()).isTrue();

        console.byTestId("save").click();
        assertThat(console.byTestId("settings-ask")).containsText("Used from everywhere");
        console.byTestId("save-all-the-same").click();
        new DetailPage(console.page()).acknowledge("The settings are saved.");
        assertThat(stored().path("environment").asText()).isEqualTo("production");
        assertThat(stored().path("tokenLifespan").asInt()).isEqualTo(600);
        assertThat(stored().at("/addresses/allAllowed").asBoolean(true)).isFalse();
        assertThat(stored().at("/rotation/maxOverlap").asText()).isEqualTo("P7D");

        console.open("/api-credentials/settings");
        assertThat(console.byTestId("setting-tokenLifespan")).hasValue("600");
        assertThat(console.byTestId("save")).isDisabled();
    }

    @Test
    void whatIsWrongIsSaidAtItsField(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        console.goTo("/api-credentials/settings");
        console.byTestId("setting-expiry-maxDays").fill("0");
        assertThat(console.page().locator("#setting-expiry-maxDays-help")).containsText("from 1 to 3650");
        assertThat(console.byTestId("save")).isDisabled();

        console.byTestId("revert").click();
        assertThat(console.byTestId("setting-expiry-maxDays")).hasValue("");
    }

    @Test
    void anAttributeThatCannotBeReadIsAWarning(Consoles consoles) {
        realm.change(changed -> changed.withObject("/attributes").put("api.credential.expiry.max-days", "a year"));
        Console console = consoles.open(realm, Person.OWNER);
        console.goTo("/api-credentials/settings");

        assertThat(console.byTestId("settings-form")).isVisible();
        assertThat(console.page().locator(".pf-v5-c-alert").first()).containsText("api.credential.expiry.max-days");
        assertThat(console.byTestId("setting-expiry-maxDays")).hasValue("365");
    }

    @Test
    void somebodyWhoMayOnlyLookChangesNothing(Consoles consoles) {
        Console console = consoles.open(realm, Person.AUDITOR);
        console.openCredentials();
        console.byTestId("settings").click();

        assertThat(console.byTestId("setting-owner-required")).isDisabled();
        assertThat(console.byTestId("save")).hasCount(0);
        assertThat(console.byTestId("use-production")).hasCount(0);
    }

    @Test
    void somebodyWithTheRightToTheSettingsAloneChangesThemAndSeesNoCredential(Consoles consoles) {
        NewUser governor = NewUser.in(realm.admin(), "governor");
        governor.give("realm-management", "manage-api-credential-settings");
        governor.give("realm-management", "query-realms");
        Console console = consoles.open(realm, "governor", ColorScheme.LIGHT, "en-US");
        console.navigationEntry().click();
        console.byTestId("setting-tokenLifespan").fill("900");
        assertThat(console.byTestId("dry-run-button")).isVisible();
        console.byTestId("save").click();
        new DetailPage(console.page()).acknowledge("The settings are saved.");
        assertThat(stored().path("tokenLifespan").asInt()).isEqualTo(900);

        assertThat(console.byTestId("create-credentials")).hasCount(0);
        console.goTo("/api-credentials");
        assertThat(console.page().locator("main")).containsText("view-api-credentials");
        assertThat(console.text("Used from everywhere")).hasCount(0);
        console.goTo("/api-credentials/new");
        assertThat(console.page().locator("main")).containsText("manage-api-credentials");
    }

    private JsonNode stored() {
        return realm.credentials().settings().expect(200).json();
    }
}
