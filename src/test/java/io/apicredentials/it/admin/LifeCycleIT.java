package io.apicredentials.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicredentials.testing.Answer;
import io.apicredentials.testing.ClientCredentials;
import io.apicredentials.testing.CredentialRequests;
import io.apicredentials.testing.Fields;
import io.apicredentials.testing.KeycloakTest;
import io.apicredentials.testing.TestRealm;
import io.apicredentials.testing.TokenEndpoint;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users rely on when they disable, enable and delete a credential. */
@KeycloakTest
final class LifeCycleIT {

    private final TestRealm realm;
    private final ClientCredentials credential;

    LifeCycleIT(TestRealm realm) {
        this.realm = realm;
        this.credential = realm.credentials().issue(CredentialRequests.of("wallets", "127.0.0.1"));
    }

    @Test
    void disablingStopsAuthenticationAtOnce() {
        token();

        realm.credentials().disable(credential.id()).expect(200);

        Answer refused = realm.tokenEndpoint().request(credential);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_client");
        assertThat(realm.events().refusalOf(credential.clientId())).isEqualTo("disabled");
    }

    @Test
    void tokensIssuedBeforeDisablingGoOnWorking() {
        String token = token();

        realm.credentials().disable(credential.id()).expect(200);

        assertThat(realm.isActive(token)).isTrue();
        assertThat(realm.offlineCheck().claims(token).getClaim("azp")).isEqualTo(credential.clientId());
    }

    @Test
    void enablingBringsAuthenticationBack() {
        realm.credentials().disable(credential.id()).expect(200);

        JsonNode enabled =
                realm.credentials().enable(credential.id()).expect(200).json();

        assertThat(enabled.path("enabled").asBoolean()).isTrue();
        assertThat(realm.isActive(token())).isTrue();
        assertThat(realm.events()
                        .newestOfClient(credential.clientId())
                        .path("type")
                        .asText())
                .isEqualTo("CLIENT_LOGIN");
    }

    @Test
    void disablingCanEndTheTokensIssued() {
        String token = token();

        realm.credentials().disableAndRevoke(credential.id()).expect(200);

        assertThat(realm.isActive(token)).isFalse();
    }

    @Test
    void disablingAgainCanStillEndTheTokensIssued() {
        String token = token();
        realm.credentials().disable(credential.id()).expect(200);

        realm.credentials().disableAndRevoke(credential.id()).expect(200);

        assertThat(realm.isActive(token)).isFalse();
    }

    @Test
    void disablingAgainEndsTheTokensIssuedSinceTheFirstTime() {
        realm.credentials().disableAndRevoke(credential.id()).expect(200);
        realm.credentials().enable(credential.id()).expect(200);
        String token = firstTokenFrom(notBefore());

        realm.credentials().disableAndRevoke(credential.id()).expect(200);

        assertThat(realm.isActive(token)).isFalse();
    }

    /** Revocation counts in whole seconds, as times in tokens do: what follows in the same one is taken for older. */
    @Test
    void aTokenOfTheSecondOfEnablingIsEndedTooAndOneOfTheNextSecondIsNot() {
        String early = tokenOfTheSecondOfEnabling();
        assertThat(realm.isActive(early)).isFalse();

        String next = firstTokenFrom(notBefore());

        assertThat(realm.isActive(next)).isTrue();
        assertThat(realm.isActive(early)).isFalse();
    }

    @Test
    void deletingDoesNotBringRevokedTokensBack() {
        String token = realm.tokenEndpoint().request(credential).accessToken();
        realm.credentials().disableAndRevoke(credential.id()).expect(200);

        realm.credentials().delete(credential.id()).expect(204);

        assertThat(realm.isActive(token)).isFalse();
    }

    /** A request that is being answered while its credential is revoked may end later than the revocation. */
    @Test
    void revocationReachesAMinuteAheadUntilTheCredentialIsEnabledAgain() {
        Instant before = Instant.now();
        realm.credentials().disableAndRevoke(credential.id()).expect(200);
        assertThat(notBefore()).isGreaterThan(before.plusSeconds(30).getEpochSecond());

        realm.credentials().enable(credential.id()).expect(200);

        assertThat(notBefore()).isLessThanOrEqualTo(Instant.now().plusSeconds(1).getEpochSecond());
    }

    @Test
    void enablingThroughKeycloaksClientEndsTheMinuteToo() {
        realm.credentials().disableAndRevoke(credential.id()).expect(200);

        String client = "clients/" + credential.id();
        ObjectNode read = (ObjectNode) realm.admin().get(client).expect(200).json();
        realm.admin().put(client, read.put("enabled", true)).expect(204);

        assertThat(notBefore()).isLessThanOrEqualTo(Instant.now().plusSeconds(1).getEpochSecond());
    }

    @Test
    void deletingIsForGood() {
        realm.credentials().delete(credential.id()).expect(204);

        assertThat(realm.tokenEndpoint().request(credential).status()).isEqualTo(401);
        assertThat(realm.credentials().get(credential.id()).status()).isEqualTo(404);
        assertThat(realm.credentials().enable(credential.id()).status()).isEqualTo(404);
        assertThat(realm.credentials().delete(credential.id()).status()).isEqualTo(404);
        assertThat(realm.credentials()
                        .count(Fields.of("search", credential.clientId()))
                        .expect(200)
                        .body())
                .isEqualTo("0");
    }

    @Test
    void tokensIssuedBeforeDeletionGoOnWorking() {
        String token = token();

        realm.credentials().delete(credential.id()).expect(204);

        assertThat(realm.isActive(token)).isTrue();
        assertThat(realm.offlineCheck().claims(token).getClaim("azp")).isEqualTo(credential.clientId());
    }

    @Test
    void tokensOfADisabledCredentialGoOnWorkingAfterItsDeletion() {
        String token = token();
        realm.credentials().disable(credential.id()).expect(200);

        realm.credentials().delete(credential.id()).expect(204);

        assertThat(realm.isActive(token)).isTrue();
    }

    @Test
    void deletingCanEndTheTokensIssued() {
        String token = token();

        realm.credentials().deleteAndRevoke(credential.id()).expect(204);

        assertThat(realm.isActive(token)).isFalse();
    }

    @Test
    void deletionTakesTheServiceAccountAlong() {
        realm.credentials().delete(credential.id()).expect(204);

        Fields name = Fields.of("username", "service-account-" + credential.clientId());
        assertThat(realm.admin().get("users?" + name.urlEncoded()).expect(200).json())
                .isEmpty();
    }

    @Test
    void introspectionTellsOfADisabledCredentialWhatWasSigned() {
        String token = token();
        TokenEndpoint endpoint = realm.tokenEndpoint();
        Answer before = endpoint.introspect(token, TestRealm.RESOURCE_SERVER);
        assertThat(before.expect(200).json().path("permissions")).isNotEmpty();

        realm.credentials().disable(credential.id()).expect(200);

        assertThat(endpoint.introspect(token, TestRealm.RESOURCE_SERVER).json()).isEqualTo(before.json());
    }

    private String token() {
        return realm.tokenEndpoint().request(credential).accessToken();
    }

    /** Revokes until a token is issued before the second is over, which nearly always is the first time. */
    private String tokenOfTheSecondOfEnabling() {
        return Stream.generate(() -> {
                    realm.credentials().disableAndRevoke(credential.id()).expect(200);
                    realm.credentials().enable(credential.id()).expect(200);
                    return realm.tokenEndpoint().request(credential);
                })
                .limit(20)
                .filter(answer -> issuedAt(answer) < notBefore())
                .findFirst()
                .orElseThrow()
                .accessToken();
    }

    /** Asks for tokens until one is issued at this time or later, which is within a second. */
    private String firstTokenFrom(long time) {
        return Stream.generate(() -> realm.tokenEndpoint().request(credential))
                .limit(10_000)
                .filter(answer -> issuedAt(answer) >= time)
                .findFirst()
                .orElseThrow()
                .accessToken();
    }

    private static long issuedAt(Answer answer) {
        return answer.claims().path("iat").asLong();
    }

    /** Keycloak's not-before of the client, in seconds: a token issued earlier is not active. */
    private long notBefore() {
        return realm.admin()
                .get("clients/" + credential.id())
                .expect(200)
                .json()
                .path("notBefore")
                .asLong();
    }
}
