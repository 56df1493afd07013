package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A realm that brings a credential which breaks a rule is not imported at all. */
@KeycloakTest
final class RealmImportIT {

    private final KeycloakServer server;
    private final ObjectNode credential;

    RealmImportIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        ClientCredentials issued = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
        this.credential = (ObjectNode)
                realm.admin().get("clients/" + issued.id()).expect(200).json();
        credential.remove("id");
    }

    static Stream<BrokenRule> rules() {
        return BrokenRule.all().filter(BrokenRule::isOfNew);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesTheRealm(BrokenRule rule) {
        String name = "import-" + UUID.randomUUID();
        rule.change().accept(credential);
        ObjectNode realm =
                JsonNodeFactory.instance.objectNode().put("realm", name).put("enabled", true);
        realm.putArray("clients").add(credential);

        Answer refused = server.admin().post("realms", realm);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(rule.message());
        assertThat(server.admin().get("realms/" + name).status()).isEqualTo(404);
    }
}
