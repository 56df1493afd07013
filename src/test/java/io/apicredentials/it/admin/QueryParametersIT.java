package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.Person;
import io.apicredentials.testing.TestRealm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen in the query of a change is refused: the change would be another than the one that was meant. */
@KeycloakTest
final class QueryParametersIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    QueryParametersIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, '?revoketokens=true', 'There is no such parameter; the parameters are revokeTokens, reason.'",
        "DELETE, '?revokeTokens=yes', It must be true or false",
        "DELETE, '?revokeTokens=false&revokeTokens=true', It is given more than once; give it once.",
        "POST, '/disable?revoke=true', 'There is no such parameter; the parameters are revokeTokens, reason.'",
        "POST, '/enable?revokeTokens=true', There is no such parameter; the parameters are reason."
    })
    void isRefusedAndChangesNothing(String method, String path, String problem) {
        Answer refused = realm.admin(Person.OWNER).send(method, "api-credentials/" + credential.id() + path, null);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errorMessage").asText()).contains(problem);
        realm.tokenEndpoint().request(credential).expect(200);
    }
}
