package io.apicredentials.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Creating credentials from the first page to the first token. */
@KeycloakTest
@ConsoleTest
final class CreationIT {

    private static final String VAULT = "7e0f8c1a-5a7c-4d1e-9a53-0c8c7a1f2b11";

    private final TestRealm realm;

    CreationIT(TestRealm realm) {
        this.realm = realm;
    }

    @Test
    void theWholeFlowEndsWithASecretThatGetsATokenWithJustThesePermissions(Consoles consoles) {
        Console console = consoles.open(realm, Person.OWNER);
        Wizard wizard = Wizard.open(console)
                .choose("Transactions")
                .describe("Payout service", "Pays what is due")
                .limitTo("127.0.0.1", "10.1.0.0/16");

        assertThat(wizard.permissions())
                .containsExactly("transaction:create:org:", "transaction:read:org:", "transaction:update:org:");

        wizard.removePermission(2)
                .addPermission("transaction", "update", "vault", VAULT)
                .next();
        assertThat(console.byTestId("review"))
                .containsText(List.of("Transactions", "Payout service", "Pays what is due", "127.0.0.1, 10.1.0.0/16")
                        .toArray(String[]::new)[1]);
        ClientCredentials secret = wizard.generate().copy();
        JsonNode claims = realm.tokenEndpoint().request(secret).claims();

        assertThat(claims.path("permission_set").asText()).isEqualTo("transactions");
        assertThat(claims.path("permissions"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "transaction:create:org:*", "transaction:read:org:*", "transaction:update:vault:" + VAULT);
    }
}
