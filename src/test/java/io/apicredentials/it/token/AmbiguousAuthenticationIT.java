package io.apicredentials.it.token;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import org.junit.jupiter.api.Test;

/** A request authenticates its client in one way, once (RFC 6749 2.3). */
@KeycloakTest
final class AmbiguousAuthenticationIT {

    private static final Fields GRANT = Fields.of("grant_type", "client_credentials");
    private static final String AMBIGUOUS = "ambiguous_authentication";

    private final TestRealm realm;
    private final Refusals refusals;
    private final ClientCredentials credential;

    AmbiguousAuthenticationIT(TestRealm realm) {
        this.realm = realm;
        this.refusals = new Refusals(realm);
        this.credential = issue();
    }

    @Test
    void admitsTheSameClientIdInHeaderAndForm() {
        request(Fields.of("client_id", credential.clientId()), TokenEndpoint.basic(credential))
                .expect(200);
    }

    @Test
    void refusesTheSecretInHeaderAndForm() {
        refusals.check(
                credential, AMBIGUOUS, client -> request(TokenEndpoint.post(client), TokenEndpoint.basic(client)));
    }

    @Test
    void refusesTwoSecrets() {
        refusals.check(
                credential,
                AMBIGUOUS,
                client -> request(TokenEndpoint.post(client).and("client_secret", "other"), Fields.none()));
    }

    @Test
    void refusesTheClientIdTwice() {
        refusals.check(
                credential,
                AMBIGUOUS,
                client -> request(TokenEndpoint.post(client).and("client_id", client.clientId()), Fields.none()));
    }

    @Test
    void refusesAnAssertionBesideTheSecret() {
        refusals.check(
                credential,
                AMBIGUOUS,
                client -> request(TokenEndpoint.post(client).and("client_assertion", "a.b.c"), Fields.none()));
    }

    @Test
    void refusesTheIdOfOneCredentialInTheFormAndOfAnotherInTheHeader() {
        ClientCredentials other = issue();

        refusals.check(
                credential,
                AMBIGUOUS,
                client -> request(Fields.of("client_id", client.clientId()), TokenEndpoint.basic(other)));
    }

    @Test
    void refusesACredentialBesideAnotherClient() {
        refusals.check(
                credential,
                AMBIGUOUS,
                client -> request(TokenEndpoint.post(client), TokenEndpoint.basic(TestRealm.RESOURCE_SERVER)));
    }

    private Answer request(Fields form, Fields headers) {
        return realm.tokenEndpoint().request(GRANT.and(form), headers);
    }

    private ClientCredentials issue() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }
}
