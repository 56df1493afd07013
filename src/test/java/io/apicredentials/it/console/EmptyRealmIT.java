package io.apicredentials.it.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.RealmChange;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of a realm without credentials. */
@KeycloakTest(realm = EmptyRealmIT.Empty.class)
@ConsoleTest
final class EmptyRealmIT {

    /** The demo realm without its credentials. */
    static final class Empty implements RealmChange {

        @Override
        public void apply(ObjectNode file) {
            for (String set : List.of("wallets", "transactions", "controls", "monitoring")) {
                ArrayNode clients = file.withArray("clients");
                clients.remove(indexOf(clients, "demo-" + set));
            }
        }

        private static int indexOf(ArrayNode clients, String clientId) {
            int index = 0;
            while (!clients.get(index).path("clientId").asText().equals(clientId)) {
                index++;
            }
            return index;
        }
    }

    @Test
    void saysWhatACredentialIsAndLeadsToTheFirst(TestRealm empty, Consoles consoles) {
        Console console = consoles.open(empty, Person.OWNER);
        console.openCredentials();
        Locator state = console.page().locator(".pf-v5-c-empty-state");
        assertThat(state).containsText("An API credential is a client ID and a secret for one machine.");

        state.getByText("Create credentials").click();

        ClientCredentials first = new Wizard(console)
                .choose("Wallets")
                .describe("The first one", "")
                .limitTo("127.0.0.1")
                .next()
                .generate()
                .copy();
        empty.tokenEndpoint().request(first).expect(200);
    }
}
