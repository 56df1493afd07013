package io.apicredentials.it.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.KeycloakServer;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.LogMark;
import io.apicredentials.testing.TestRealm;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More than 60 failures in a minute show in events and in the log, and change nothing for callers. */
@KeycloakTest
final class FailureWarningIT {

    private static final int LIMIT = 60;
    /** A minute of the clock may begin meanwhile, so that more than are normal are needed. */
    private static final int ATTEMPTS = 5 * LIMIT;

    private final KeycloakServer server;
    private final TestRealm realm;

    FailureWarningIT(KeycloakServer server, TestRealm realm) {
        this.server = server;
        this.realm = realm;
    }

    @Test
    void marksFailuresOfACredentialAboveTheLimitFromWhereverTheyCome() {
        LogMark log = server.markLog();
        ClientCredentials credential = issue();

        failUntilOverLimit(attempt -> credential, attempt -> "127.0.3." + (attempt % 100 + 1));

        assertThat(log.lines())
                .filteredOn(line -> line.contains(" of the API credential " + credential.clientId() + " "))
                .isNotEmpty()
                .allMatch(line -> line.contains(" WARN "));
        assertThat(log.lines()).noneMatch(line -> line.contains(" from 127.0.3."));
    }

    @Test
    void marksFailuresFromAnAddressAboveTheLimitOfWhateverCredential() {
        LogMark log = server.markLog();
        List<ClientCredentials> credentials =
                Stream.generate(this::issue).limit(10).toList();

        failUntilOverLimit(attempt -> credentials.get(attempt % 10), attempt -> "127.0.4.1");

        assertThat(log.lines())
                .filteredOn(line -> line.contains(" of API credentials from 127.0.4.1 "))
                .isNotEmpty()
                .allMatch(line -> line.contains(" WARN "));
        assertThat(log.lines())
                .noneMatch(line -> credentials.stream()
                        .anyMatch(
                                credential -> line.contains(" of the API credential " + credential.clientId() + " ")));
    }

    @Test
    void givesATokenForTheRightSecretHoweverManyFailed() {
        ClientCredentials credential = issue();
        failUntilOverLimit(attempt -> credential, attempt -> "127.0.5.1");

        realm.tokenEndpoint().from("127.0.5.1").request(credential).expect(200);

        JsonNode event = realm.events().newestOfClient(credential.clientId());
        assertThat(event.path("type").asText()).isEqualTo("CLIENT_LOGIN");
        assertThat(event.path("details").has("api_credential_failures")).isFalse();
    }

    @Test
    void marksNoFailureUpToTheLimit() {
        ClientCredentials credential = issue();

        fail(credential, "127.0.6.1");

        assertThat(newestEventOf(credential).path("details").has("api_credential_failures"))
                .isFalse();
    }

    /** Every failure gets the same answer, and an event with its reason; one of them is more than normal. */
    private void failUntilOverLimit(IntFunction<ClientCredentials> credentials, IntFunction<String> sources) {
        Answer first = fail(credentials.apply(0), sources.apply(0));
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            ClientCredentials credential = credentials.apply(attempt);

            assertThat(fail(credential, sources.apply(attempt))).isEqualTo(first);

            JsonNode details = newestEventOf(credential).path("details");
            assertThat(details.path("api_credential_refusal").asText()).isEqualTo("unknown_secret");
            if (details.has("api_credential_failures")) {
                assertThat(details.path("api_credential_failures").asText()).isEqualTo("over_limit");
                assertThat(attempt).isGreaterThanOrEqualTo(LIMIT);
                return;
            }
        }
        throw new AssertionError("never more than normal");
    }

    private Answer fail(ClientCredentials credential, String source) {
        ClientCredentials wrong = new ClientCredentials("", credential.clientId(), "wrong");
        return realm.tokenEndpoint().from(source).request(wrong).expect(401);
    }

    private JsonNode newestEventOf(ClientCredentials credential) {
        return realm.events().newestOfClient(credential.clientId());
    }

    private ClientCredentials issue() {
        return realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.0/8"));
    }
}
