package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.BuildFiles;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in the languages that it speaks, as a browser asks for them. */
@KeycloakTest
@ConsoleTest
final class LanguageIT {

    private final TestRealm realm;

    LanguageIT(TestRealm realm) {
        this.realm = realm;
    }

    @ParameterizedTest
    @CsvSource({"de, de", "pt-BR, pt", "es, es", "ja, ja"})
    void theListTheFirstStepAndTheTabsSpeakIt(String language, String bundle, Consoles consoles) {
        Properties messages = messages(bundle);
        Console console = consoles.open(realm, Person.OWNER.username(), ColorScheme.LIGHT, language);

        console.navigationEntry().click();
        assertThat(console.heading(messages.getProperty("apiCredentials.title")))
                .isVisible();
        assertThat(console.page().locator("main")).containsText(messages.getProperty("apiCredentials.intro"));
        isWithoutKeys(console);

        console.byTestId("create-credentials").click();
        assertThat(console.byTestId("set-wallets"))
                .containsText(messages.getProperty("apiCredentials.set.wallets.description"));
        isWithoutKeys(console);

        console.page().goBack();
        console.text("Balance reader").click();
        assertThat(console.page().locator("main")).containsText(messages.getProperty("apiCredentials.activity"));
        isWithoutKeys(console);
    }

    private static void isWithoutKeys(Console console) {
        assertThat(console.page().locator("body").innerText()).doesNotContain("apiCredentials.");
    }

    private static Properties messages(String bundle) {
        String name = "theme/api-credentials/admin/messages/messages_" + bundle + ".properties";
        try (JarFile jar = new JarFile(
                        BuildFiles.fromSystemProperties().providerJar().toFile());
                Reader text = new InputStreamReader(jar.getInputStream(jar.getEntry(name)), StandardCharsets.UTF_8)) {
            Properties messages = new Properties();
            messages.load(text);
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
