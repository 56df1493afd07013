package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import java.text.ParseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The realm chooses what the header of the tokens of new credentials says that they are (RFC 9068 2.1). */
@KeycloakTest
final class TokenTypeIT {

    private final TestRealm realm;

    TokenTypeIT(KeycloakServer server) {
        realm = TestRealm.create(server, "token-type");
    }

    @AfterEach
    void remove() {
        realm.close();
    }

    @Test
    void aNewCredentialHasWhatIsSetAndAnOlderOneKeepsItsOwn() throws ParseException {
        ClientCredentials older = issue();
        set("at+jwt");
        ClientCredentials later = issue();

        assertThat(typeOf(older)).isEqualTo("JWT");
        assertThat(typeOf(later)).isEqualTo("at+jwt");
        set("JWT");
        assertThat(typeOf(later)).isEqualTo("at+jwt");
        assertThat(typeOf(issue())).isEqualTo("JWT");
    }

    @Test
    void introspectionKnowsSuchAToken() {
        set("at+jwt");

        assertThat(realm.isActive(realm.tokenEndpoint().request(issue()).accessToken()))
                .isTrue();
    }

    private void set(String type) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.withObject("/token").put("type", type);
        realm.credentials().changeSettings(settings.toString()).expect(200);
    }

    private ClientCredentials issue() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    private String typeOf(ClientCredentials credential) throws ParseException {
        return SignedJWT.parse(realm.tokenEndpoint().request(credential).accessToken())
                .getHeader()
                .getType()
                .getType();
    }
}
