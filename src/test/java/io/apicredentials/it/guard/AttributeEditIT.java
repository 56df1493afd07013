package io.apicredentials.it.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.TestRealm;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

/** What becomes of a single attribute of a credential that somebody edits through Keycloak itself. */
@KeycloakTest
final class AttributeEditIT {

    private static final String ALLOWED_IPS = "api.credential.allowed-ips";

    private final KeycloakServer server;
    private final TestRealm realm;
    private final ClientCredentials credential;

    AttributeEditIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    /** The tab "Credentials" of the stock console has one field for the list. */
    @Test
    void theAllowListCanBeEditedAsTextWithSpacesAfterTheCommas() {
        edit(ALLOWED_IPS, "127.0.0.1, 127.0.0.2,  198.51.100.0/24").expect(204);

        assertThat(realm.credentials().get(credential.id()).expect(200).json().path("allowedIps"))
                .extracting(entry -> entry.asText())
                .containsExactly("127.0.0.1", "127.0.0.2", "198.51.100.0/24");
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(200);
        assertThat(realm.tokenEndpoint().from("127.0.0.3").request(credential).status())
                .isEqualTo(401);
    }

    @Test
    void theConsoleIsToldOfTheFieldForTheAllowList() {
        assertThat(realm.admin()
                        .get("authentication/per-client-config-description")
                        .expect(200)
                        .json()
                        .at("/api-credential/0/name")
                        .asText())
                .isEqualTo(ALLOWED_IPS);
    }

    @Test
    void anEmptyFieldForTheAllowListDoesNotAllowAll() {
        Answer refused = edit(ALLOWED_IPS, "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("allowedIps");
    }

    @Test
    void aShorterLifespanStays() {
        edit("access.token.lifespan", "300").expect(204);

        assertThat(read().at("/attributes/access.token.lifespan").asText()).isEqualTo("300");
        assertThat(realm.tokenEndpoint()
                        .request(credential)
                        .expect(200)
                        .json()
                        .path("expires_in")
                        .asInt())
                .isEqualTo(300);
    }

    @Test
    void anotherSignatureAlgorithmStays() throws ParseException {
        edit("access.token.signed.response.alg", "PS256").expect(204);

        assertThat(SignedJWT.parse(realm.tokenEndpoint().request(credential).accessToken())
                        .getHeader()
                        .getAlgorithm())
                .isEqualTo(JWSAlgorithm.PS256);
    }

    /** As Keycloak's rotation of secrets keeps the last one, in clear. */
    @Test
    void aRotatedSecretIsTakenAway() {
        edit("client.secret.rotated", "a secret in clear").expect(204);

        assertThat(read().path("attributes").has("client.secret.rotated")).isFalse();
    }

    @Test
    void aLineBreakInARefusedEditForgesNoLineOfTheLog() {
        LogMark log = server.markLog();

        Answer refused = edit("api.credential.permissions", "wrong\nforged");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(log.lines())
                .anyMatch(line -> line.contains(" WARN ") && line.contains("'wrong?forged'"))
                .noneMatch(line -> line.startsWith("forged"));
    }

    private Answer edit(String attribute, String value) {
        ObjectNode edited = read();
        edited.withObject("/attributes").put(attribute, value);
        return EditingWay.client(realm, edited).put("", edited);
    }

    private ObjectNode read() {
        return (ObjectNode)
                realm.admin().get("clients/" + credential.id()).expect(200).json();
    }
}
