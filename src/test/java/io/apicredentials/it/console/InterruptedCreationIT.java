package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What comes between typing and the secret: broken connections, ended sessions, hasty clicks. */
@KeycloakTest
@ConsoleTest
final class InterruptedCreationIT {

    private static final String CREATION = "**/api-credentials";

    private final TestRealm realm;

    InterruptedCreationIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void aCredentialWhoseSecretWasLostIsReplacedAndNotDoubled(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        atTheReview(console, "Lost on the way");
        console.page().route(CREATION, route -> {
            route.fetch();
            route.abort();
        });
        console.button("Generate credentials").click();
        assertThat(console.byTestId("replace-orphan")).isVisible();
        List<String> orphan = idsOf("Lost on the way");
        assertThat(orphan).hasSize(1);
        console.expectMishaps(mishap -> mishap.contains("ERR_FAILED"));
        console.page().unroute(CREATION);

        console.button("Generate credentials").click();
        assertThat(console.byTestId("wizard-next")).isEnabled();
        assertThat(idsOf("Lost on the way")).isEqualTo(orphan);
        console.byTestId("replace-orphan").click();
        new SecretDialog(console).close();

        assertThat(idsOf("Lost on the way")).hasSize(1).doesNotContainAnyElementsOf(orphan);
    }

    @Test
    void threeClicksAtOnceCreateOne(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        atTheReview(console, "Clicked three times");
        AtomicInteger requests = new AtomicInteger();
        console.page().route(CREATION, route -> {
            requests.incrementAndGet();
            route.resume();
        });

        console.byTestId("wizard-next").evaluate("button => { button.click(); button.click(); button.click(); }");
        new SecretDialog(console).close();

        assertThat(requests).hasValue(1);
        assertThat(idsOf("Clicked three times")).hasSize(1);
    }

    @Test
    void whatWasTypedOutlastsTheSession(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = atTheReview(console, "Typed before the end");
        String owner = realm.admin().firstId("users?username=owner&exact=true");
        realm.admin().post("users/" + owner + "/logout", "{}").expect(204);

        console.button("Generate credentials").click();
        assertThat(console.text("Log in again in a new tab, then press Generate credentials. What you typed stays."))
                .isVisible();
        console.expectMishaps(mishap -> mishap.contains("401"));
        assertThat(console.byTestId("review")).containsText("Typed before the end");
        console.button("Generate credentials").click();
        console.page().fill("#username", "owner");
        console.page().fill("#password", "owner");
        console.page().click("#kc-login");

        assertThat(console.byTestId("review")).containsText("Typed before the end");
        wizard.generate().close();
        assertThat(idsOf("Typed before the end")).hasSize(1);
        console.expectMishaps(mishap -> mishap.contains("400"));
    }

    @Test
    void whatWasTypedOutlastsAReload(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        atTheReview(console, "Loaded once more");

        console.page().reload();
        assertThat(console.byTestId("review")).containsText("Loaded once more");
        assertThat(console.step("Permissions")).isEnabled();
        console.byTestId("start-over").click();

        assertThat(console.heading("Select a permission set type")).isVisible();
        assertThat(console.byTestId("set-transactions").locator("input")).not().isChecked();
    }

    @Test
    void backGoesOneStepBackAndLeavingIsAskedFor(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        atTheReview(console, "Nearly given up");

        console.page().goBack();
        assertThat(console.heading("Permissions")).isVisible();
        console.button("Cancel").click();
        console.byTestId("stay").click();
        assertThat(console.heading("Permissions")).isVisible();
        console.navigationEntry().click();
        console.byTestId("leave").click();
        assertThat(console.heading("API credentials")).isVisible();

        console.byTestId("create-credentials").click();
        assertThat(console.heading("Select a permission set type")).isFocused();
        assertThat(console.byTestId("start-over")).hasCount(0);
    }

    private static Wizard atTheReview(Console console, String name) {
        Wizard wizard = Wizard.open(console)
                .choose("Transactions")
                .describe(name, "")
                .limitTo("127.0.0.1")
                .next();
        console.byTestId("review").waitFor();
        return wizard;
    }

    /** As somebody else than the user whose session a test ends. */
    private List<String> idsOf(String name) {
        List<String> ids = new ArrayList<>();
        for (JsonNode credential : realm.credentials(Person.ADMINISTRATOR)
                .list(Fields.of("search", name))
                .expect(200)
                .json()) {
            ids.add(credential.path("id").asText());
        }
        return ids;
    }
}
