package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.SecretLink;
import io.apicredentials.testing.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving a credential a secret, another one or one that somebody else picks up. */
@KeycloakTest
@ConsoleTest
final class RotationConsoleIT {

    private final TestRealm realm;
    private ClientCredentials first;

    RotationConsoleIT(TestRealm realm) {
        this.realm = realm;
    }

    @BeforeEach
    void createACredential() {
        first = realm.credentials().issue(CredentialRequests.of("monitoring", "127.0.0.1"));
    }

    @Test
    void rotatesWithoutAFailedRequestOfAClientAndEndsTheOldSecret(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        try (RunningClient client = new RunningClient(realm, first)) {
            client.awaitAnswers();
            DetailPage page = DetailPage.open(console, first.id(), "secrets");
            assertThat(row(console, "newest").getByTestId("in-use")).isVisible();
            ClientCredentials second = rotate(console, "P7D");
            client.awaitAnswers();
            assertThat(verdict(console)).hasAttribute("data-kind", "inUse");

            client.use(second);
            client.awaitAnswers();
            console.byTestId("refresh").click();
            assertThat(verdict(console)).hasAttribute("data-kind", "moved");
            assertThat(row(console, "newest").getByTestId("in-use")).isVisible();

            console.byTestId("end-secret").click();
            page.confirm();
            assertThat(console.byTestId("end-in-use"))
                    .containsText(Pattern.compile("last used at .* from 127\\.0\\.0\\.1"));
            page.confirm();
            page.acknowledge("The old secret has ended.");
            assertThat(row(console, "ended")).isVisible();
            assertThat(console.byTestId("rotate")).isFocused();
            client.awaitAnswers();
            assertThat(client.statuses()).containsOnly(200);
        }
        realm.tokenEndpoint().request(first).expect(401);
        console.expectMishaps(mishap -> mishap.contains("409"));
    }

    @Test
    void endsTheOldSecretAtOnceWhereThatIsChosen(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        DetailPage.open(console, first.id(), "secrets");
        ClientCredentials second = rotate(console, "PT0S");

        assertThat(row(console, "ended")).isVisible();
        realm.tokenEndpoint().request(first).expect(401);
        realm.tokenEndpoint().request(second).expect(200);
        DetailPage page = DetailPage.open(console, first.id(), "settings");
        page.name().fill("Renamed after it");
        page.save();
        page.acknowledge("saved");
    }

    @Test
    void aSecondPersonPicksTheFirstSecretUpByALink(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        LinkDialog dialog = Wizard.open(console)
                .choose("Wallets")
                .describe("Handed over by link", "")
                .limitTo("127.0.0.1")
                .next()
                .generateLink();
        assertThat(dialog.dialog()).containsText("This link is shown only once");
        String link = dialog.copy();
        dialog.close();
        assertThat(console.byTestId("pick-up")).containsText("The link works until");
        assertThat(console.page().content().contains(link)).isFalse();
        console.openCredentials();
        Locator listed = console.page()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Handed over by link"));
        assertThat(listed).containsText("To be picked up");
        assertThat(listed).containsText("Link until");

        ClientCredentials secret = new SecondPerson(consoles).pickUp(link);

        realm.tokenEndpoint().request(secret).expect(200);
        console.byTestId("refresh").click();
        assertThat(listed.getByTestId("status")).hasText("Enabled");
    }

    @Test
    void aSecondPersonPicksTheNewSecretUpByALink(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        DetailPage page = DetailPage.open(console, first.id(), "secrets");
        console.byTestId("rotate").click();
        console.byTestId("overlap-P1D").check();
        console.byTestId("delivery-link").check();
        console.byTestId("delivery-valid-for").selectOption("PT1H");
        console.byTestId("delivery-address-bound").check();
        console.byTestId("rotate-confirm").click();
        LinkDialog dialog = new LinkDialog(console);
        String link = dialog.copy();
        dialog.close();
        assertThat(delivery(console)).hasAttribute("data-state", "open");
        realm.tokenEndpoint().request(first).expect(200);

        ClientCredentials second = new SecondPerson(consoles).pickUp(link);
        realm.tokenEndpoint().request(second).expect(200);
        realm.tokenEndpoint().request(first).expect(200);
        console.byTestId("refresh").click();
        assertThat(delivery(console)).containsText("from 127.0.0.1");
        assertThat(row(console, "replaced")).isVisible();

        page.tab("Timeline").click();
        assertThat(console.text("Link for a new secret made")).isVisible();
    }

    @Test
    void aLinkThatNobodyUsedIsReplacedByASecret(Consoles consoles) {
        SecretLink unused = SecretLink.create(realm, "127.0.0.1", request -> {});
        Console console = consoles.open(realm, Person.OWNER);
        DetailPage.open(console, unused.credential().id(), "secrets");
        assertThat(console.text("This credential has no secret yet.")).isVisible();
        assertThat(console.byTestId("withdraw-link")).isVisible();
        console.byTestId("rotate").click();
        assertThat(console.byTestId("rotate-dialog")).containsText("There is a link that nobody has used yet.");
        assertThat(console.byTestId("overlap-PT0S")).hasCount(0);
        console.byTestId("rotate-confirm").click();
        SecretDialog dialog = new SecretDialog(console);
        ClientCredentials secret = dialog.copy();
        dialog.close();

        assertThat(delivery(console)).hasAttribute("data-state", "ended");
        realm.tokenEndpoint().request(secret).expect(200);
        unused.confirm().expect(410);
    }

    @Test
    void aLinkThatWasSentToTheWrongPersonIsWithdrawn(Consoles consoles) {
        SecretLink wrong = SecretLink.rotate(realm, first.id(), request -> {});
        Console console = consoles.open(realm, Person.OWNER);
        DetailPage page = DetailPage.open(console, first.id(), "secrets");
        assertThat(delivery(console)).hasAttribute("data-state", "open");

        console.byTestId("withdraw-link").click();
        page.confirm();
        page.acknowledge("The link was withdrawn.");

        assertThat(delivery(console)).hasCount(0);
        assertThat(console.byTestId("rotate")).isFocused();
        wrong.confirm().expect(404);
        realm.tokenEndpoint().request(first).expect(200);
        page.tab("Timeline").click();
        assertThat(console.text("Link for a new secret withdrawn")).isVisible();
    }

    @Test
    void offersNoLongerOverlapThanTheRealmAllows(Consoles consoles) {
        realm.credentials()
                .changeSettings("{\"rotation\": {\"maxOverlap\": \"P14D\"}}")
                .expect(200);
        Console console = consoles.open(realm, Person.OWNER);
        DetailPage.open(console, first.id(), "secrets");
        console.byTestId("rotate").click();

        assertThat(console.byTestId("overlap-P7D")).isChecked();
        assertThat(console.byTestId("overlap-P14D")).isVisible();
        assertThat(console.byTestId("overlap-P30D")).hasCount(0);
    }

    @Test
    void somebodyWhoMayOnlyLookCannotRotate(Consoles consoles) {
        SecretLink.rotate(realm, first.id(), request -> {});
        Console console = consoles.open(realm, Person.AUDITOR);
        DetailPage.open(console, first.id(), "secrets");

        assertThat(row(console, "newest")).isVisible();
        assertThat(delivery(console)).isVisible();
        assertThat(console.byTestId("rotate")).hasCount(0);
        assertThat(console.byTestId("withdraw-link")).hasCount(0);
    }

    private static ClientCredentials rotate(Console console, String overlap) {
        console.byTestId("rotate").click();
        console.byTestId("overlap-" + overlap).check();
        console.byTestId("rotate-confirm").click();
        SecretDialog dialog = new SecretDialog(console);
        ClientCredentials second = dialog.copy();
        dialog.close();
        assertThat(console.page().locator("[role=tab][aria-selected=true]")).hasText("Secrets");
        return second;
    }

    private static Locator delivery(Console console) {
        return console.byTestId("delivery");
    }

    private static Locator verdict(Console console) {
        return console.byTestId("verdict");
    }

    private static Locator row(Console console, String state) {
        return console.byTestId("secrets").locator("[data-secret=" + state + "]");
    }
}
