package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Mappers;
import io.apicredentials.testing.TestRealm;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mappers with which {@link OpenedTokenIT} changes nothing for a credential do change the token of another client. */
@KeycloakTest
final class MapperIT {

    private final TestRealm realm;
    private final ClientCredentials ordinary = new ClientCredentials("", "ordinary-" + UUID.randomUUID(), "ordinary");
    private final AdminClient mappers;

    MapperIT(TestRealm realm) {
        this.realm = realm;
        ObjectNode client = JsonNodeFactory.instance
                .objectNode()
                .put("clientId", ordinary.clientId())
                .put("secret", ordinary.clientSecret())
                .put("publicClient", false)
                .put("serviceAccountsEnabled", true);
        realm.admin().post("clients", client).expect(201);
        String id = realm.admin().firstId("clients?clientId=" + ordinary.clientId());
        this.mappers = realm.admin().below("clients/" + id + "/protocol-mappers/models");
    }

    /**
     * Keycloak itself leaves {@code exp} and {@code iat} as they are. Of {@code sub} and {@code client_id}, which have
     * mappers of Keycloak's too, the last one wins, and which that is nobody says.
     */
    @ParameterizedTest
    @CsvSource({
        "permissions, JSON, '[{\"type\":\"vault\",\"action\":\"delete\",\"scope\":\"org\"}]', '\"action\":\"delete\"'",
        "permissions, String, everything, everything",
        "aud, String, somebody, somebody",
        "realm_access, JSON, '{\"roles\":[\"admin\"]}', '\"admin\"'"
    })
    void aHardcodedClaimIsInTheToken(String claim, String type, String value, String part) {
        assertThat(token().path(claim).toString()).doesNotContain(part);

        mappers.post("", Mappers.hardcoded(claim, type, value)).expect(201);

        assertThat(token().path(claim).toString()).contains(part);
    }

    /** By it an API knows that the permissions in a token are those of an API credential. */
    @Test
    void onlyTokensOfCredentialsNameAPermissionSet() {
        mappers.post("", Mappers.hardcoded("permission_set", "String", "controls"))
                .expect(201);
        mappers.post("", Mappers.hardcoded("permissions", "String", "everything"))
                .expect(201);

        assertThat(token().has("permission_set")).isFalse();
        assertThat(token().path("permissions").asText()).isEqualTo("everything");
    }

    @Test
    void anAudienceIsInTheToken() {
        mappers.post("", Mappers.audience("included.custom.audience", "somebody"))
                .expect(201);

        assertThat(token().path("aud").toString()).contains("\"somebody\"");
    }

    private JsonNode token() {
        return realm.tokenEndpoint().request(ordinary).claims();
    }
}
