package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.Http;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters without a value are as parameters left out (RFC 6749 3.2), and only Basic authenticates a client in a header. */
@KeycloakTest
final class EmptyParametersIT {

    private static final Fields GRANT = Fields.of("grant_type", "client_credentials");

    private final TestRealm realm;
    private final ClientCredentials credential;

    EmptyParametersIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope",
                "client_id",
                "client_secret",
                "client_assertion",
                "client_assertion_type",
                "audience",
                "resource",
                "authorization_details",
                "dpop_jkt",
                "anything"
            })
    void areLeftOutBesideBasic(String parameter) {
        realm.tokenEndpoint()
                .request(GRANT.and(parameter, ""), TokenEndpoint.basic(credential))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope",
                "client_assertion",
                "client_assertion_type",
                "audience",
                "resource",
                "authorization_details",
                "dpop_jkt",
                "anything"
            })
    void areLeftOutBesideTheSecretInTheForm(String parameter) {
        realm.tokenEndpoint()
                .request(GRANT.and(TokenEndpoint.post(credential)).and(parameter, ""), Fields.none())
                .expect(200);
    }

    @Test
    void areLeftOutAllAtOnce() {
        Fields empty = Fields.of("scope", "")
                .and("client_id", "")
                .and("client_secret", "")
                .and("client_assertion", "")
                .and("client_assertion_type", "");

        realm.tokenEndpoint()
                .request(GRANT.and(empty), TokenEndpoint.basic(credential))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer a.b.c", "Negotiate YIIB", "Negotiate", "DPoP a.b.c", "Digest x=1"})
    void aHeaderThatAuthenticatesNoClientIsLeftOutToo(String header) {
        realm.tokenEndpoint()
                .request(GRANT.and(TokenEndpoint.post(credential)), Fields.of("Authorization", header))
                .expect(200);
    }

    @Test
    void areLeftOutOfARevocation() {
        String token = realm.tokenEndpoint().request(credential).accessToken();
        Fields form = Fields.of("token", token)
                .and("token_type_hint", "")
                .and("client_id", "")
                .and("client_secret", "");

        Http.from(KeycloakServer.LOCALHOST)
                .postForm(realm.url() + "/protocol/openid-connect/revoke", TokenEndpoint.basic(credential), form)
                .expect(200);

        assertThat(realm.isActive(token)).isFalse();
    }

    @Test
    void whiteSpaceIsAValue() {
        new Refusals(realm)
                .check(
                        credential,
                        "ambiguous_authentication",
                        client -> realm.tokenEndpoint()
                                .request(GRANT.and("client_secret", " "), TokenEndpoint.basic(client)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic x", "basic Og=="})
    void aHeaderThatTriesToAuthenticateAClientIsNone(String header) {
        new Refusals(realm)
                .check(
                        credential,
                        "ambiguous_authentication",
                        client -> realm.tokenEndpoint()
                                .request(GRANT.and(TokenEndpoint.post(client)), Fields.of("Authorization", header)));
    }
}
