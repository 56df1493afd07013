package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import io.apicredentials.testing.AdminClient;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.net.URI;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

/** Of which type a token is, and when it is bound to a key of the client (RFC 9449). */
@KeycloakTest
final class DpopIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    DpopIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void aProofBindsTheTokenToItsKey() throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();

        Answer answer = tokenBoundTo(key);

        assertThat(answer.json().path("token_type").asText()).isEqualTo("DPoP");
        assertThat(answer.claims().path("typ").asText()).isEqualTo("DPoP");
        assertThat(answer.claims().at("/cnf/jkt").asText())
                .isEqualTo(key.computeThumbprint().toString());
        assertThat(answer.claims().path("permission_set").asText()).isEqualTo("wallets");
    }

    @Test
    void introspectionTellsTheSame() throws JOSEException {
        Answer answer = tokenBoundTo(new ECKeyGenerator(Curve.P_256).generate());

        JsonNode introspected = realm.tokenEndpoint()
                .introspect(answer.accessToken(), TestRealm.RESOURCE_SERVER)
                .expect(200)
                .json();

        assertThat(introspected.path("active").asBoolean()).isTrue();
        assertThat(introspected.path("token_type").asText()).isEqualTo("DPoP");
        assertThat(introspected.path("typ").asText()).isEqualTo("DPoP");
        assertThat(introspected.path("cnf")).isEqualTo(answer.claims().path("cnf"));
    }

    @Test
    void withoutAProofItIsABearerToken() {
        Answer answer = realm.tokenEndpoint().request(credential);

        assertThat(answer.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.claims().path("typ").asText()).isEqualTo("Bearer");
        assertThat(answer.claims().has("cnf")).isFalse();
    }

    /** A setting of the client changes the answer; the token is as documented. */
    @Test
    void theTypeInTheTokenIsTheSameWhereTheAnswerHasItInLowerCase() {
        attribute("token.response.type.bearer.lower-case");

        Answer answer = realm.tokenEndpoint().request(credential);

        assertThat(answer.json().path("token_type").asText()).isEqualToIgnoringCase("Bearer");
        assertThat(answer.claims().path("typ").asText()).isEqualTo("Bearer");
    }

    /** RFC 9068 2.1 */
    @Test
    void theHeaderSaysAccessTokenWhereTheClientSaysSo() throws ParseException {
        attribute("access.token.header.type.rfc9068");

        String token = realm.tokenEndpoint().request(credential).accessToken();

        assertThat(SignedJWT.parse(token).getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(realm.isActive(token)).isTrue();
    }

    private void attribute(String name) {
        AdminClient client = realm.admin().below("clients/" + credential.id());
        ObjectNode representation = (ObjectNode) client.get("").expect(200).json();
        representation.withObject("/attributes").put(name, "true");
        client.put("", representation).expect(204);
    }

    private Answer tokenBoundTo(ECKey key) throws JOSEException {
        URI endpoint = URI.create(realm.tokenEndpoint().url());
        String proof = new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
                .createDPoPJWT("POST", endpoint)
                .serialize();
        Fields form = Fields.of("grant_type", "client_credentials").and(TokenEndpoint.post(credential));
        return realm.tokenEndpoint().request(form, Fields.of("DPoP", proof)).expect(200);
    }
}
