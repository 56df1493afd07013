package io.apicredentials.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our console is a build of its own of the stock one; everything but our section looks as in that. */
@KeycloakTest(realm = StockPagesIT.WithRealmAdministrator.class)
@ConsoleTest
final class StockPagesIT {

    private static final String STOCK = "keycloak.v2";
    private static final String OURS = "";
    private static final String REALM_ADMINISTRATOR = "realm-administrator";

    /** So high that nearly every page is seen to its end. */
    private static final int HEIGHT = 2400;

    /** What is different though the realm is the same: the theme itself, and when a session was last used. */
    private static final Pattern VARIABLE = Pattern.compile("\"adminTheme\":\"[^\"]*\",?|\"lastAccess\":\\d+,?");

    private static final Path FOLDER = Path.of(System.getProperty("screenshots"), "stock");

    private final TestRealm realm;

    StockPagesIT(TestRealm realm) {
        this.realm = realm;
    }

    /** May do everything in the realm. */
    static final class WithRealmAdministrator implements RealmChange {

        @Override
        public void apply(ObjectNode realm) {
            ObjectNode user = realm.withArray("users").addObject();
            user.put("username", REALM_ADMINISTRATOR).put("enabled", true);
            user.put("email", "realm-administrator@example.org")
                    .put("firstName", "R")
                    .put("lastName", "A");
            user.withArray("credentials").addObject().put("type", "password").put("value", REALM_ADMINISTRATOR);
            ArrayNode roles = user.withObject("/clientRoles").withArray("realm-management");
            roles.add("realm-admin");
        }
    }

    @Test
    void everyPageLooksAsInTheStockConsole(Consoles consoles) {
        Console console = openWithData(consoles);
        useTheme(STOCK);
        Map<StockPage, Picture> stock = pictures(console);
        List<String> entries = navigation(console);
        useTheme(OURS);
        Map<StockPage, Picture> ours = pictures(console);

        List<String> differences = new ArrayList<>();
        stock.forEach((page, expected) -> {
            Picture actual = Objects.requireNonNull(ours.get(page));
            if (!actual.isLike(expected)) {
                differences.add(difference(page, expected, actual));
            }
        });
        assertThat(differences).isEmpty();
        entries.add(entries.indexOf("Clients") + 1, "API credentials");
        assertThat(navigation(console)).isEqualTo(entries);
    }

    private Console openWithData(Consoles consoles) {
        realm.admin().post("groups", "{\"name\": \"Treasury\"}").expect(201);
        Console console = consoles.open(realm, REALM_ADMINISTRATOR, ColorScheme.LIGHT, "en-US");
        console.page().setViewportSize(1400, HEIGHT);
        console.page()
                .route(
                        Pattern.compile("/admin/realms/" + realm.name() + "($|\\?|/ui-ext/sessions)"),
                        StockPagesIT::answerWithoutVariable);
        return console;
    }

    /** No event is added from here on. */
    private void useTheme(String name) {
        realm.change(settings ->
                settings.put("adminTheme", name).put("eventsEnabled", false).put("adminEventsEnabled", false));
    }

    private Map<StockPage, Picture> pictures(Console console) {
        console.page().reload();
        console.byTestId("nav-item-clients").waitFor();
        Map<StockPage, Picture> pictures = new EnumMap<>(StockPage.class);
        for (StockPage page : StockPage.values()) {
            page.goTo(console, realm);
            pictures.put(page, Picture.of(StockPage.part(console)));
        }
        return pictures;
    }

    private static List<String> navigation(Console console) {
        return new ArrayList<>(
                console.page().locator(".keycloak__page_nav__nav a").allInnerTexts());
    }

    private static void answerWithoutVariable(Route route) {
        APIResponse answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(VARIABLE.matcher(answer.text()).replaceAll("")));
    }

    private static String difference(StockPage page, Picture stock, Picture ours) {
        stock.write(FOLDER.resolve(page + "-stock.png"));
        ours.write(FOLDER.resolve(page + "-ours.png"));
        ours.markedAgainst(stock).write(FOLDER.resolve(page + "-difference.png"));
        return page + ": " + ours.differences(stock) + " pixels, see " + FOLDER.resolve(page + "-*.png");
    }
}
