package io.apicredentials.it.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Refusals;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A credential works from the addresses listed for it, judged by the address that the connection really has. */
@KeycloakTest
final class AddressRefusalIT {

    private static final Fields GRANT = Fields.of("grant_type", "client_credentials");

    private final TestRealm realm;
    private final Refusals refusals;

    AddressRefusalIT(TestRealm realm) {
        this.realm = realm;
        this.refusals = new Refusals(realm);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.0.0.2, 127.0.0.2",
        "127.0.0.0/30, 127.0.0.3",
        "127.0.0.0/8, 127.255.255.254",
        "0.0.0.0/0, 127.0.0.9"
    })
    void admitsAListedAddress(String listed, String source) {
        ClientCredentials credential = issue(listed);

        realm.tokenEndpoint().from(source).request(credential).expect(200);

        JsonNode event = realm.events().newestOfClient(credential.clientId());
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN");
        assertThat(event.path("ipAddress").asText()).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.2", "127.0.0.2, 127.0.0.1", "127.0.0.0/30, 127.0.0.4", "127.0.0.4/30, 127.0.0.3"})
    void refusesAnUnlistedAddress(String listed, String source) {
        ClientCredentials credential = issue(listed);

        refusals.check(credential, "address_not_allowed", realm.tokenEndpoint().from(source)::request);

        JsonNode event = realm.events().newestOfClient(credential.clientId());
        assertThat(event.path("ipAddress").asText()).isEqualTo(source);
    }

    @Test
    void admitsTheSixthOfSixEntries() {
        ClientCredentials credential = issue(
                "203.0.113.1",
                "203.0.113.2",
                "203.0.113.3",
                "203.0.113.4",
                "198.51.100.0/24",
                KeycloakServer.LOCALHOST);

        realm.tokenEndpoint().request(credential).expect(200);
    }

    @Test
    void refusesAWrongSecretFromAnUnlistedAddressForTheAddress() {
        ClientCredentials credential = issue("127.0.0.1");
        ClientCredentials wrong = new ClientCredentials("", credential.clientId(), "wrong");

        refusals.check(wrong, "address_not_allowed", realm.tokenEndpoint().from("127.0.0.2")::request);
    }

    @Test
    void refusesADisabledCredentialFromAnUnlistedAddressForItsState() {
        ClientCredentials credential = issue("127.0.0.1");
        realm.credentials().disable(credential.id()).expect(200);

        refusals.check(credential, "disabled", realm.tokenEndpoint().from("127.0.0.2")::request);
    }

    @Test
    void anUpdateOfTheAddressesCountsAtOnce() {
        ClientCredentials credential = issue("127.0.0.1");
        realm.tokenEndpoint().request(credential).expect(200);

        var update = CredentialRequests.of("wallets", "127.0.0.2");
        update.remove("permissionSet");
        CredentialRequests.grant(update, "balances", "read", "org");
        realm.credentials().update(credential.id(), update).expect(200);

        refusals.check(credential, "address_not_allowed", realm.tokenEndpoint()::request);
        realm.tokenEndpoint().from("127.0.0.2").request(credential).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 127.0.0.1",
                "X-Forwarded-For | 127.0.0.1, 127.0.0.2",
                "X-Real-IP | 127.0.0.1",
                "Forwarded | for=127.0.0.1",
                "Forwarded | for=\"127.0.0.1\";proto=https"
            })
    void aForgedHeaderOpensNothing(String header, String value) {
        ClientCredentials credential = issue("127.0.0.1");
        TokenEndpoint unlisted = realm.tokenEndpoint().from("127.0.0.2");

        refusals.check(
                credential,
                "address_not_allowed",
                client -> unlisted.request(GRANT.and(TokenEndpoint.post(client)), Fields.of(header, value)));
    }

    @Test
    void aHeaderWithAnUnlistedAddressClosesNothing() {
        ClientCredentials credential = issue("127.0.0.1");
        Fields header = Fields.of("X-Forwarded-For", "203.0.113.7").and("Forwarded", "for=203.0.113.7");

        realm.tokenEndpoint()
                .request(GRANT.and(TokenEndpoint.post(credential)), header)
                .expect(200);
    }

    private ClientCredentials issue(String... allowedIps) {
        return realm.credentials().issue(CredentialRequests.of("wallets", allowedIps));
    }
}
