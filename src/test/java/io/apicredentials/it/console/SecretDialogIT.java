package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one time that a secret is shown. */
@KeycloakTest
@ConsoleTest
final class SecretDialogIT {

    private final TestRealm realm;
    private Console console;
    private SecretDialog dialog;

    SecretDialogIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void createACredential(Consoles consoles) {
        console = consoles.open(realm, Person.OWNER);
        dialog = Wizard.open(console)
                .choose("Wallets")
                .describe("Shown once", "")
                .limitTo("127.0.0.1")
                .next()
                .generate();
    }

    @Test
    void isNotDismissedByAccident() {
        assertThat(dialog.dialog()).containsText("shown only once");

        console.page().keyboard().press("Escape");
        console.page().mouse().click(5, 5);

        assertThat(dialog.dialog()).isVisible();
        assertThat(dialog.closeButton()).isDisabled();
    }

    @Test
    void staysWhenSomebodyGoesBack() {
        String address = console.page().url();

        console.page().goBack();

        assertThat(console.page()).hasURL(address);
        assertThat(dialog.dialog()).isVisible();
        assertThat(dialog.closeButton()).isDisabled();
    }

    @Test
    void staysWhenSomebodyReloadsThePageAndThinksBetterOfIt() {
        List<String> questions = new ArrayList<>();
        console.page().onceDialog(question -> {
            questions.add(question.type());
            question.dismiss();
        });

        // Page.reload would wait for a page that does not come.
        console.page().evaluate("() => { setTimeout(() => location.reload()); }");
        console.page().waitForCondition(() -> !questions.isEmpty());

        assertThat(questions).containsExactly("beforeunload");
        assertThat(dialog.dialog()).isVisible();
        assertThat(dialog.closeButton()).isDisabled();
    }

    @Test
    void staysWhateverAddressIsEntered() {
        console.goTo("/clients");
        assertThat(console.page().locator("main h1")).containsText("Clients");

        assertThat(dialog.dialog()).isVisible();
        dialog.close();
        assertThat(console.heading("Shown once")).isVisible();
    }

    @Test
    void takesTheSecretWithItWhenItIsClosed() {
        String secret = dialog.copy().clientSecret();
        assertThat(everythingKept()).contains(secret);

        dialog.close();
        assertThat(everythingKept()).doesNotContain(secret);

        console.page().goBack();
        console.settle();
        assertThat(console.byTestId("secret-dialog")).hasCount(0);
        assertThat(everythingKept()).doesNotContain(secret);
    }

    @Test
    void theLineForAShellGetsATokenWithoutTheSecretInIt() throws IOException, InterruptedException {
        ClientCredentials shown = dialog.copy();
        String line = dialog.copyCurlLine();
        assertThat(line).doesNotContain(shown.clientSecret());
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("CLIENT_ID", shown.clientId());
        builder.environment().put("CLIENT_SECRET", shown.clientSecret());
        Process shell = builder.start();
        String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(Answer.parse(answer).path("expires_in").asInt()).isEqualTo(3600);
    }

    @Test
    void isDownloadedAsAnEnvironment() throws IOException {
        ClientCredentials shown = dialog.copy();
        Download download = console.page()
                .waitForDownload(() -> console.byTestId("secret-download").click());

        assertThat(download.suggestedFilename()).isEqualTo(shown.clientId() + ".env");
        assertThat(Files.readString(download.path()))
                .isEqualTo("CLIENT_ID=" + shown.clientId() + "\nCLIENT_SECRET=" + shown.clientSecret() + "\nTOKEN_URL="
                        + realm.url() + "/protocol/openid-connect/token\n");
    }

    @Test
    void turnsGreenWithTheFirstToken() {
        dialog.firstUse("waiting").waitFor();
        ClientCredentials shown = dialog.copy();
        assertThat(dialog.firstUse("waiting")).isVisible();

        realm.tokenEndpoint().request(shown).expect(200);

        assertThat(dialog.firstUse("accepted")).containsText("to 127.0.0.1");
        assertThat(dialog.firstUse("accepted").locator(".pf-m-success")).isVisible();
        assertThat(dialog.copy()).isEqualTo(shown);
        dialog.close();
    }

    @Test
    void namesARefusalAndAllowsTheAddressItCameFrom() {
        ClientCredentials shown = dialog.copy();
        realm.tokenEndpoint().from("127.0.0.9").request(shown).expect(401);
        assertThat(dialog.firstUse("refused")).containsText("from 127.0.0.9: The address is not allowed");

        console.byTestId("allow-address").press("Enter");
        assertThat(dialog.firstUse("refused")).containsText("127.0.0.9 is allowed now");
        assertThat(console.byTestId("secret-kept")).isFocused();

        realm.tokenEndpoint().from("127.0.0.9").request(shown).expect(200);
        assertThat(dialog.firstUse("accepted")).containsText("to 127.0.0.9");
        dialog.close();
        assertThat(console.byTestId("summary")).containsText("Only from 2 addresses.");
    }

    /** The page with what is typed into it, and what the browser keeps for it. */
    private String everythingKept() {
        return (String) console.page().evaluate("""
                () => [document.documentElement.outerHTML, location.href, JSON.stringify(history.state),
                       JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie,
                       ...[...document.querySelectorAll("input, textarea")].map((field) => field.value)].join("\\n")
                """);
    }
}
