package io.apicredentials.it.approval;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.AwaitedCredential;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapper writes what it wants into tokens; where changes wait for approval, nobody adds one to a credential alone. */
@KeycloakTest
final class WaitingMapperIT {

    private final KeycloakServer server;
    private final TestRealm realm;

    WaitingMapperIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        realm.requireApproval();
    }

    @Test
    void noneIsAddedWhileTheCreationWaits() {
        String path = "clients/" + AwaitedCredential.asked(realm).path("id").asText() + "/protocol-mappers/models";

        isRefused(realm.admin().post(path, mapper()), "nothing of it can be edited");
        assertThat(realm.admin().get(path).expect(200).json()).isEmpty();
    }

    @Test
    void noneIsAddedToACredentialInForce() {
        String path = "clients/" + AwaitedCredential.inForce(realm).id() + "/protocol-mappers/models";

        isRefused(realm.admin().post(path, mapper()), "changes of API credentials wait for approval");
        assertThat(realm.admin().get(path).expect(200).json()).isEmpty();
    }

    @Test
    void noneIsAddedWhileTheCreationWaitsWhereChangesDoNot() {
        try (TestRealm other = TestRealm.create(server, "mapper-")) {
            other.requireApproval("{\"operations\":[\"create\"]}");
            String id = AwaitedCredential.asked(other).path("id").asText();

            isRefused(
                    other.admin().post("clients/" + id + "/protocol-mappers/models", mapper()),
                    "nothing of it can be edited");
        }
    }

    /** Keycloak serves client scopes by two paths. */
    @ParameterizedTest
    @ValueSource(strings = {"client-scopes/", "client-templates/"})
    void noneIsAddedToTheClientScopeOfAllCredentials(String scopes) {
        String path = scopes
                + realm.admin()
                        .find("client-scopes", "name", "api-credential")
                        .path("id")
                        .asText()
                + "/protocol-mappers/models";
        int before = realm.admin().get(path).expect(200).json().size();

        isRefused(realm.admin().post(path, mapper()), "all of them have this client scope");
        assertThat(realm.admin().get(path).expect(200).json()).hasSize(before);
    }

    @Test
    void anotherClientScopeIsEditedAsEver() {
        String other = realm.admin()
                .find("client-scopes", "name", "profile")
                .path("id")
                .asText();

        realm.admin()
                .post("client-scopes/" + other + "/protocol-mappers/models", mapper())
                .expect(201);
    }

    private static void isRefused(Answer refused, String why) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(why);
    }

    private static ObjectNode mapper() {
        ObjectNode mapper = JsonNodeFactory.instance
                .objectNode()
                .put("name", "tier")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-hardcoded-claim-mapper");
        mapper.putObject("config")
                .put("claim.name", "tier")
                .put("claim.value", "gold")
                .put("jsonType.label", "String")
                .put("access.token.claim", "true");
        return mapper;
    }
}
